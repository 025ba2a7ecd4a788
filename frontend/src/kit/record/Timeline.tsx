import { Skeleton, Stack, Text, ThemeIcon } from "@mantine/core";
import {
  IconArrowBackUp,
  IconArrowMerge,
  IconBell,
  IconCircleDot,
  IconLink,
  IconMail,
  IconMessage,
  IconPaperclip,
  IconPencil,
  IconPlus,
  type IconProps,
  IconTrash,
  IconUserPlus,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { type ComponentType, lazy, Suspense, useState } from "react";
import { useObjects } from "@/api/objects";
import { useTimeline } from "@/api/records";
import type { FieldMeta, RecordRow, TimelineEntry } from "@/api/types";
import { FieldValue } from "@/fields/FieldValue";
import { isEmpty } from "@/fields/registry";
import { useFormats } from "@/fields/useFormats";
import { UserName } from "@/fields/user";
import { useWords } from "@/i18n/useWords";
import { iconOf } from "@/kit/icons";
import { MoreButton } from "@/kit/MoreButton";
import { presented } from "@/kit/stored";
import { type CompiledObject, nameOf } from "@/metadata/compile";
import { Chips } from "./Chips";
import { MentionText } from "./MentionText";
import classes from "./Timeline.module.css";

const UndoMerge = lazy(() => import("./UndoMerge").then((module) => ({ default: module.UndoMerge })));

const ICONS: Record<string, ComponentType<IconProps>> = {
  created: IconPlus,
  changed: IconPencil,
  deleted: IconTrash,
  restored: IconArrowBackUp,
  linked: IconLink,
  mail: IconMail,
  notification: IconBell,
  comment: IconMessage,
  file: IconPaperclip,
  merged: IconArrowMerge,
  shared: IconUserPlus,
};

/** What one may look for in a timeline: everything, or the entries of one kind. */
const FILTERS = ["all", "linked", "comment", "changed", "file"] as const;

/** What happened on a record, the latest first. */
export function Timeline({ object, record }: { object: CompiledObject; record: RecordRow }) {
  const { t } = useWords("records");
  const [filter, setFilter] = useState<string>("all");
  const timeline = useTimeline(object.plural, record.id, filter === "all" ? undefined : filter);
  const entries = timeline.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <Chips
        label={t("timeline.filter")}
        data={FILTERS.map((value) => ({ value, label: t(`timeline.only.${value}`) }))}
        value={filter}
        onChange={setFilter}
      />
      {timeline.isPending && (
        <Stack gap="sm" aria-hidden>
          <Skeleton height={14} width="60%" />
          <Skeleton height={14} width="45%" />
        </Stack>
      )}
      {!timeline.isPending && !entries.length && !timeline.hasNextPage && (
        <Text c="dimmed">{filter === "all" ? t("timeline.empty") : t("timeline.emptyFilter")}</Text>
      )}
      {entries.length > 0 && (
        <ol className={classes.list} aria-label={t("timeline.title")}>
          {entries.map((entry) => (
            <Entry key={entry.id} object={object} record={record} entry={entry} />
          ))}
        </ol>
      )}
      <MoreButton list={timeline}>{t("timeline.more")}</MoreButton>
    </>
  );
}

function Entry({ object, record, entry }: { object: CompiledObject; record: RecordRow; entry: TimelineEntry }) {
  const { t, has } = useWords("records");
  const formats = useFormats();
  const other = useObjects().find((one) => one.plural === entry.data?.plural);
  const Icon = other && entry.kind === "linked" ? iconOf(other.icon) : (ICONS[entry.kind] ?? IconCircleDot);
  const kind = `${entry.kind}${entry.data?.human === false ? "_machine" : ""}`;
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
          {has(`timeline.said.${kind}`) ? (
            <Text span>{t(`timeline.said.${kind}`, { name: nameOf(record, object.nameField) })}</Text>
          ) : (
            <>
              {entry.actor ? <UserName id={entry.actor} withFace={false} /> : t("timeline.system")}{" "}
              <Text span c="dimmed">
                {entry.kind === "linked" && other ? (
                  <LinkedWords entry={entry} />
                ) : (
                  t(has(`timeline.kind.${kind}`) ? `timeline.kind.${kind}` : "timeline.kind.other")
                )}
              </Text>
            </>
          )}{" "}
          <Text span c="dimmed" size="xs" title={formats.instant(entry.at)}>
            {formats.when(entry.at)}
          </Text>
        </Text>
        {typeof entry.data?.text === "string" && <MentionText text={entry.data.text} />}
        {entry.kind === "file" && typeof entry.data?.name === "string" && <Text size="sm">{entry.data.name}</Text>}
        {entry.kind === "merged" && typeof entry.data?.merge === "string" && (
          <Suspense fallback={null}>
            <UndoMerge id={entry.data.merge} />
          </Suspense>
        )}
        {changes.map(({ field, before, after }) => (
          <Change key={field.name} field={field} before={before} after={after} record={record} />
        ))}
      </div>
    </li>
  );
}

function LinkedWords({ entry }: { entry: TimelineEntry }) {
  const { t, inner } = useWords("records");
  const plural = String(entry.data?.plural ?? "");
  const object = useObjects().find((one) => one.plural === plural);
  const name = String(entry.data?.name || t("timeline.unnamed"));
  return (
    <>
      {t("timeline.kind.linked", { names: inner(object?.label_plural) })}{" "}
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
  const { t, label } = useWords("records");
  const was = presented(field, before);
  const is = presented(field, after);
  return (
    <div className={classes.change}>
      <Text span size="sm" c="dimmed">
        {label(field.label)}
      </Text>
      {!isEmpty(field, was) && (
        <span className={classes.before}>
          <FieldValue field={field} value={was} record={record} short={!Array.isArray(was)} />
        </span>
      )}
      <Text span size="sm" c="dimmed" aria-label={t("timeline.to")}>
        →
      </Text>
      <span className={classes.after}>
        <FieldValue field={field} value={is} record={record} short={!isEmpty(field, is) && !Array.isArray(is)} />
      </span>
    </div>
  );
}
