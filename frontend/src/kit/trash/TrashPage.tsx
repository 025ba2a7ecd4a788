import { Button, Checkbox, Group, NativeSelect, Skeleton, Stack, Text } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useBulk } from "@/api/bulk";
import { useMaybeObject, useObjects } from "@/api/objects";
import { useTrash } from "@/api/trash";
import { useWords } from "@/i18n/useWords";
import { EmptyState } from "@/kit/EmptyState";
import { followJob } from "@/kit/jobs/JobNotice";
import { showProblem } from "@/kit/notices";
import { Page } from "@/kit/Page";
import { problemText } from "@/kit/problemText";
import { useOnce } from "@/kit/useOnce";
import { may } from "@/metadata/access";
import type { CompiledObject } from "@/metadata/compile";
import classes from "./Trash.module.css";
import { TrashRow } from "./TrashRow";

interface Props {
  /** The plural of the object whose trash is shown. */
  plural: string | undefined;
  onObject(plural: string): void;
}

/** What was deleted in the last 30 days, object by object, and the way back. */
export function TrashPage({ plural, onObject }: Props) {
  const { t, label } = useWords("jobs");
  const objects = useObjects().filter((one) => may(one.permissions, "read") && may(one.permissions, "delete"));
  const chosen = objects.find((one) => one.plural === plural) ?? objects[0];
  const object = useMaybeObject(chosen?.plural);
  return (
    <Page title={t("trash.title")}>
      <Stack gap="sm">
        <Text c="dimmed" size="sm">
          {t("trash.hint")}
        </Text>
        <NativeSelect
          w={260}
          maw="100%"
          aria-label={t("trash.of")}
          data={objects.map((one) => ({ value: one.plural, label: label(one.label_plural) }))}
          value={chosen?.plural}
          onChange={(event) => onObject(event.currentTarget.value)}
        />
        {object && <TrashOf key={object.plural} object={object} />}
      </Stack>
    </Page>
  );
}

function TrashOf({ object }: { object: CompiledObject }) {
  const { t, inner } = useWords("jobs");
  const list = useTrash(object.plural);
  const records = list.data?.pages.flatMap((page) => page.items) ?? [];
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const ids = records.filter((record) => selected.has(record.id)).map((record) => record.id);
  const toggle = (id: string, on: boolean) => {
    const next = new Set(selected);
    if (on) next.add(id);
    else next.delete(id);
    setSelected(next);
  };
  if (list.isPending)
    return (
      <Stack gap="xs" aria-hidden>
        <Skeleton height={48} />
        <Skeleton height={48} />
      </Stack>
    );
  if (list.isError && !list.data)
    return (
      <EmptyState icon={<IconTrash size={40} stroke={1.2} />} title={problemText(list.error, t)}>
        <Button variant="default" onClick={() => list.refetch()}>
          {t("actions.retry")}
        </Button>
      </EmptyState>
    );
  if (!records.length && !list.hasNextPage)
    return (
      <EmptyState
        icon={<IconTrash size={40} stroke={1.2} />}
        title={t("trash.none", { name: inner(object.labelPlural) })}
        text={t("trash.noneHint")}
      />
    );
  return (
    <Stack gap={0}>
      <Group h={44} gap="sm" px="xs">
        <Checkbox
          aria-label={t("trash.selectAll")}
          checked={ids.length > 0 && ids.length === records.length}
          indeterminate={ids.length > 0 && ids.length < records.length}
          onChange={(event) =>
            setSelected(new Set(event.currentTarget.checked ? records.map((record) => record.id) : []))
          }
        />
        {ids.length > 0 && <RestoreMany object={object} ids={ids} onDone={() => setSelected(new Set())} />}
      </Group>
      <ul className={classes.list} aria-label={t("trash.region", { name: inner(object.labelPlural) })}>
        {records.map((record) => (
          <TrashRow
            key={record.id}
            object={object}
            record={record}
            isSelected={selected.has(record.id)}
            onSelect={(on) => toggle(record.id, on)}
          />
        ))}
      </ul>
      {list.hasNextPage && (
        <Group mt="md">
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            {t("trash.more")}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function RestoreMany({ object, ids, onDone }: { object: CompiledObject; ids: string[]; onDone(): void }) {
  const { t } = useWords("jobs");
  const bulk = useBulk();
  const once = useOnce();
  const restore = async () => {
    try {
      const wish = { object: object.plural, action: "restore" as const, target: { ids } };
      followJob(await once(wish, (key) => bulk.mutateAsync({ wish, key })));
      onDone();
    } catch (problem) {
      showProblem(problem);
    }
  };
  return (
    <Button size="compact-md" loading={bulk.isPending} onClick={restore}>
      {t("trash.restoreMany", { count: ids.length, n: ids.length })}
    </Button>
  );
}
