import { Button, Group, Skeleton, Stack, Text, UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconChevronRight, IconRestore } from "@tabler/icons-react";
import { useState } from "react";
import { useMe } from "@/api/me";
import type { VersionRow } from "@/api/recordTypes";
import { useRestoreVersion, useVersion, useVersions } from "@/api/versions";
import { FieldValue } from "@/fields/FieldValue";
import { useFormats } from "@/fields/useFormats";
import { UserName } from "@/fields/user";
import { useWords } from "@/i18n/useWords";
import { MoreButton } from "@/kit/MoreButton";
import { SidePanel } from "@/kit/SidePanel";
import { may } from "@/metadata/access";
import { nameOf } from "@/metadata/compile";
import { showDone, showProblem, showUndo } from "../notices";
import classes from "./HistoryDrawer.module.css";
import { ProblemAlert } from "./ProblemAlert";
import type { RecordDialogProps } from "./RecordActions";

/** Every version of a record: who made it, what it changed, and the way back to it. */
export function HistoryDrawer({ object, record, opened, onClose }: RecordDialogProps) {
  const { t } = useWords("records");
  return (
    <SidePanel
      opened={opened}
      onClose={onClose}
      size={560}
      title={t("history.title", { name: nameOf(record, object.nameField) })}
    >
      {opened && <Versions object={object} record={record} />}
    </SidePanel>
  );
}

type OfRecord = Omit<RecordDialogProps, "opened" | "onClose">;

function Versions({ object, record }: OfRecord) {
  const { t } = useWords("records");
  const list = useVersions(object.plural, record.id, record.version);
  const versions = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.isPending) return <Skeleton height={160} aria-hidden />;
  return (
    <Stack gap="sm">
      <ProblemAlert problem={list.error} />
      <ol className={classes.list} aria-label={t("history.open")}>
        {versions.map((row) => (
          <OneVersion key={row.version} object={object} record={record} row={row} />
        ))}
      </ol>
      <MoreButton list={list}>{t("history.more")}</MoreButton>
    </Stack>
  );
}

function OneVersion({ object, record, row }: OfRecord & { row: VersionRow }) {
  const { t, language, label } = useWords("records");
  const formats = useFormats();
  const [isOpen, setOpen] = useState(false);
  const isNow = row.version === record.version;
  const fields = row.fields.flatMap((name) => object.fields.get(name) ?? []).filter((field) => !field.hidden);
  const names = new Intl.ListFormat(language).format(fields.map((field) => label(field.label)));
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <li className={classes.version}>
      <UnstyledButton className={classes.head} aria-expanded={isOpen} onClick={() => setOpen((before) => !before)}>
        <Chevron size={16} aria-hidden />
        <span className={classes.headText}>
          <Text span fw={550}>
            <UserName id={row.actor} withFace={false} />
          </Text>{" "}
          <Text span c="dimmed">
            {row.source === "restore"
              ? t("history.restored")
              : t(`history.kind.${row.kind}`, { defaultValue: t("history.kind.changed") })}
          </Text>
          <Text size="xs" c="dimmed">
            {formats.instant(row.at)}
            {isNow ? ` · ${t("history.now")}` : ""}
          </Text>
          {row.kind !== "created" && names && <Text size="sm">{names}</Text>}
        </span>
      </UnstyledButton>
      {isOpen && <Content object={object} record={record} row={row} />}
    </li>
  );
}

/** What a version changed, before and after; of the first one, all that it said. */
function Content({ object, record, row }: OfRecord & { row: VersionRow }) {
  const { t, label } = useWords("records");
  const { user } = useMe();
  const here = useVersion(object.plural, record.id, row.version);
  const before = useVersion(object.plural, record.id, row.version > 1 ? row.version - 1 : null);
  const restore = useRestoreVersion(object.plural);
  const problem = here.error ?? before.error;
  if (problem) return <ProblemAlert problem={problem} />;
  if (!here.data || (row.version > 1 && !before.data)) return <Skeleton height={60} aria-hidden />;
  const { record: then } = here.data;
  const was = before.data?.record;
  const changed = new Set(row.fields);
  const fields = [...object.fields.values()].filter(
    (field) => !field.hidden && !field.system && (was ? changed.has(field.name) : (then[field.name] ?? null) !== null),
  );
  const goBack = async () => {
    const left = record.version;
    try {
      const answer = await restore.mutateAsync({ record, version: row.version });
      if (answer.skipped.length) showDone(t("history.skipped", { list: answer.skipped.join(", ") }));
      showUndo(t("history.done"), () => restore.mutateAsync({ record: answer.record, version: left }));
    } catch (reason) {
      showProblem(reason);
    }
  };
  return (
    <Stack gap="xs" className={classes.content}>
      <dl className={classes.changes}>
        {fields.map((field) => (
          <div key={field.name} className={classes.change}>
            <dt>{label(field.label)}</dt>
            {was && (
              <dd className={classes.before}>
                <FieldValue field={field} value={was[field.name]} record={was} />
              </dd>
            )}
            <dd>
              <FieldValue field={field} value={then[field.name]} record={then} />
            </dd>
          </div>
        ))}
      </dl>
      {row.version !== record.version && may(object.permissions, "update", record, user.id) && (
        <Group>
          <Button
            size="compact-md"
            variant="default"
            leftSection={<IconRestore size={15} />}
            loading={restore.isPending}
            onClick={goBack}
          >
            {t("history.restore")}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
