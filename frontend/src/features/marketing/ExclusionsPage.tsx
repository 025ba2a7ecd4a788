import { Badge, Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import { IconMailOff } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { type ExclusionList, useExclusions, useListSizes } from "@/api/exclusions";
import { useMayManage } from "@/api/objects";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { EmptyState } from "@/kit/EmptyState";
import { Page } from "@/kit/Page";
import { problemText } from "@/kit/problemText";
import classes from "./Marketing.module.css";

const ListDialog = lazy(() => import("./ListDialog").then((module) => ({ default: module.ListDialog })));
const EntriesDialog = lazy(() => import("./EntriesDialog").then((module) => ({ default: module.EntriesDialog })));
const RemoveList = lazy(() => import("./RemoveList").then((module) => ({ default: module.RemoveList })));

type Asking = { kind: "edit" | "entries" | "remove"; list: ExclusionList } | { kind: "new" };
const ICON = <IconMailOff size={44} stroke={1.2} />;

/** Whom the firm does not write to, whatever they are in: known by digests, never by their addresses. */
export function ExclusionsPage() {
  const { t } = useWords("marketing");
  const { data: lists, error } = useExclusions();
  const sizes = useListSizes(lists?.map((list) => list.id) ?? []);
  const [asking, setAsking] = useState<Asking | null>(null);
  const mayCreate = useMayManage("exclusions", "create");
  const create = mayCreate && <Button onClick={() => setAsking({ kind: "new" })}>{t("exclusions.create")}</Button>;
  const close = () => setAsking(null);
  return (
    <Page title={t("exclusions.title")} actions={lists?.length ? create : undefined}>
      <Stack maw={760}>
        {lists && lists.length > 0 && (
          <>
            <Text c="dimmed">{t("exclusions.text")}</Text>
            <ul className={classes.list} aria-label={t("exclusions.title")}>
              {lists.map((list) => (
                <Card key={list.id} list={list} size={sizes[list.id]} onAsk={(kind) => setAsking({ kind, list })} />
              ))}
            </ul>
          </>
        )}
      </Stack>
      {!lists && !error && <Skeleton height={120} aria-hidden />}
      {!lists && error && <EmptyState icon={ICON} title={problemText(error, t)} />}
      {lists?.length === 0 && (
        <EmptyState icon={ICON} title={t("exclusions.empty")} text={t("exclusions.emptyText")}>
          {create}
        </EmptyState>
      )}
      <Suspense fallback={null}>
        {asking?.kind === "new" && <ListDialog list={null} onClose={close} />}
        {asking?.kind === "edit" && <ListDialog list={asking.list} onClose={close} />}
        {asking?.kind === "entries" && <EntriesDialog list={asking.list} onClose={close} />}
        {asking?.kind === "remove" && <RemoveList list={asking.list} onClose={close} />}
      </Suspense>
    </Page>
  );
}

interface CardProps {
  list: ExclusionList;
  size: number | undefined;
  onAsk(kind: "edit" | "entries" | "remove"): void;
}

function Card({ list, size, onAsk }: CardProps) {
  const { t } = useWords("marketing");
  const formats = useFormats();
  const mayWrite = useMayManage("exclusions", "update");
  const mayDelete = useMayManage("exclusions", "delete");
  const { name } = list;
  return (
    <li className={classes.card}>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Text fw={600}>{name}</Text>
          <Badge color={list.always ? "albahaca" : "gray"}>
            {t(list.always ? "exclusions.always" : "exclusions.chosen")}
          </Badge>
          {list.unless_consented && <Badge color="gray">{t("exclusions.yields")}</Badge>}
        </Group>
        {size !== undefined && (
          <Text fw={600}>{t("exclusions.size", { count: size, number: formats.number(size) })}</Text>
        )}
      </Group>
      {list.description && (
        <Text size="sm" c="dimmed">
          {list.description}
        </Text>
      )}
      <Group gap="xs">
        {mayWrite && (
          <>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t("exclusions.entriesOf", { name })}
              onClick={() => onAsk("entries")}
            >
              {t("exclusions.entries")}
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={t("exclusions.editOf", { name })}
              onClick={() => onAsk("edit")}
            >
              {t("actions.edit")}
            </Button>
          </>
        )}
        {mayDelete && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="pimenton"
            aria-label={t("exclusions.removeOf", { name })}
            onClick={() => onAsk("remove")}
          >
            {t("actions.delete")}
          </Button>
        )}
      </Group>
    </li>
  );
}
