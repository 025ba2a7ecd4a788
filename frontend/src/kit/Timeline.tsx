import { Button, Skeleton, Stack, Text, ThemeIcon } from "@mantine/core";
import {
  IconArrowBackUp,
  IconBell,
  IconCircleDot,
  IconLink,
  IconMail,
  IconPencil,
  IconPlus,
  type IconProps,
  IconTrash,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ComponentType } from "react";
import { useObjects } from "@/api/objects";
import { useTimeline } from "@/api/records";
import type { FieldMeta, RecordRow, TimelineEntry } from "@/api/types";
import { FieldValue } from "@/fields/FieldValue";
import { isEmpty } from "@/fields/registry";
import { useFormats } from "@/fields/useFormats";
import { UserName } from "@/fields/user";
import { useWords } from "@/i18n/useWords";
import type { CompiledObject } from "@/metadata/compile";
import { iconOf } from "./icons";
import { presented } from "./stored";
import classes from "./Timeline.module.css";

const ICONS: Record<string, ComponentType<IconProps>> = {
  created: IconPlus,
  changed: IconPencil,
  deleted: IconTrash,
  restored: IconArrowBackUp,
  linked: IconLink,
  mail: IconMail,
  notification: IconBell,
};

/** What happened on a record, the latest first. */
export function Timeline({ object, record }: { object: CompiledObject; record: RecordRow }) {
  const { t } = useWords();
  const timeline = useTimeline(object.plural, record.id);
  const entries = timeline.data?.pages.flatMap((page) => page.items) ?? [];
  if (timeline.isPending)
    return (
      <Stack gap="sm" aria-hidden>
        <Skeleton height={14} width="60%" />
        <Skeleton height={14} width="45%" />
      </Stack>
    );
  if (!entries.length) return <Text c="dimmed">{t("timeline.empty")}</Text>;
  return (
    <>
      <ol className={classes.list} aria-label={t("timeline.title")}>
        {entries.map((entry) => (
          <Entry key={entry.id} object={object} record={record} entry={entry} />
        ))}
      </ol>
      {timeline.hasNextPage && (
        <Button
          variant="subtle"
          size="compact-md"
          loading={timeline.isFetchingNextPage}
          onClick={() => timeline.fetchNextPage()}
        >
          {t("timeline.more")}
        </Button>
      )}
    </>
  );
}

function Entry({ object, record, entry }: { object: CompiledObject; record: RecordRow; entry: TimelineEntry }) {
  const { t, i18n } = useWords();
  const formats = useFormats();
  const other = useObjects().find((one) => one.plural === entry.data?.plural);
  const Icon = other && entry.kind === "linked" ? iconOf(other.icon) : (ICONS[entry.kind] ?? IconCircleDot);
  const key = `timeline.kind.${entry.kind}`;
  const changes = (entry.changes ?? []).flatMap((change) => {
    const field = object.fields.get(change.field);
    return field && !field.hidden && !field.read_only && field.type !== "lines" ? [{ ...change, field }] : [];
  });
  if (entry.kind === "changed" && !changes.length) return null;
  return (
    <li className={classes.entry}>
      <ThemeIcon variant="light" color="gray" size={26} radius="xl" aria-hidden>
        <Icon size={14} />
      </ThemeIcon>
      <div className={classes.body}>
        <Text size="md" component="div">
          {entry.actor ? <UserName id={entry.actor} withFace={false} /> : t("timeline.system")}{" "}
          <Text span c="dimmed">
            {entry.kind === "linked" && other ? (
              <LinkedWords entry={entry} />
            ) : i18n.exists(key) ? (
              t(key)
            ) : (
              t("timeline.kind.other")
            )}
          </Text>{" "}
          <Text span c="dimmed" size="xs" title={formats.instant(entry.at)}>
            {formats.ago(entry.at)}
          </Text>
        </Text>
        {typeof entry.data?.text === "string" && (
          <Text size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
            {entry.data.text}
          </Text>
        )}
        {changes.map(({ field, before, after }) => (
          <Change key={field.name} field={field} before={before} after={after} record={record} />
        ))}
      </div>
    </li>
  );
}

function LinkedWords({ entry }: { entry: TimelineEntry }) {
  const { t, inner } = useWords();
  const plural = String(entry.data?.plural ?? "");
  const object = useObjects().find((one) => one.plural === plural);
  const name = String(entry.data?.name || t("timeline.unnamed"));
  return (
    <>
      {t("timeline.kind.linked", { name: inner(object?.label) })}{" "}
      <Link to="/records/$plural/$id" params={{ plural, id: String(entry.data?.id) }} className={classes.link}>
        {name}
      </Link>
    </>
  );
}

interface ChangeProps {
  field: FieldMeta;
  before: unknown;
  after: unknown;
  record: RecordRow;
}

function Change({ field, before, after, record }: ChangeProps) {
  const { t, label } = useWords();
  const was = presented(field, before);
  const is = presented(field, after);
  return (
    <div className={classes.change}>
      <Text span size="sm" c="dimmed">
        {label(field.label)}
      </Text>
      {!isEmpty(field, was) && (
        <span className={classes.before}>
          <FieldValue field={field} value={was} record={record} short />
        </span>
      )}
      <Text span size="sm" c="dimmed" aria-label={t("timeline.to")}>
        →
      </Text>
      <span className={classes.after}>
        <FieldValue field={field} value={is} record={record} short={!isEmpty(field, is)} />
      </span>
    </div>
  );
}
