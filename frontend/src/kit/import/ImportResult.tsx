import { Alert, Anchor, Button, Group, Stack, Text, Title } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconDownload } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useUndoImport, verdictsUrl } from "@/api/imports";
import { useObject } from "@/api/objects";
import type { ImportJob } from "@/api/types";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { showProblem } from "@/kit/notices";
import { codeText, fieldErrorText } from "@/kit/problemText";
import classes from "./Import.module.css";

const OUTCOMES = ["created", "updated", "skipped", "failed"] as const;

/** The last step: how every row ended, the file that says why, and the way back. */
export function ImportResult({ job }: { job: ImportJob }) {
  const { t, inner } = useWords("imports");
  const formats = useFormats();
  const object = useObject(job.object);
  const undo = useUndoImport(job.id);
  const verdicts = job.verdicts ?? { created: 0, updated: 0, skipped: 0, failed: 0 };
  const isUndone = job.state === "undone";
  const download = () => verdictsUrl(job.id).then((url) => location.assign(url), showProblem);
  return (
    <Stack maw={640} mx="auto" mt="xl" gap="lg">
      <Group gap="xs">
        <IconCircleCheck size={22} aria-hidden />
        <Title order={2}>{isUndone ? t("import.undone") : t("import.finished")}</Title>
      </Group>
      <div className={classes.figures}>
        {OUTCOMES.map((outcome) => (
          <div key={outcome} className={classes.figure}>
            <Text size="xl" fw={650} className="numbers">
              {formats.number(verdicts[outcome])}
            </Text>
            <Text size="sm" c="dimmed">
              {t(`import.verdict.${outcome}`, { count: verdicts[outcome] })}
            </Text>
          </div>
        ))}
      </div>
      {!isUndone && (job.partly ?? 0) > 0 && (
        <Text size="sm">{t("import.partly", { count: job.partly ?? 0, rows: formats.number(job.partly ?? 0) })}</Text>
      )}
      {!isUndone && <Failed job={job} count={verdicts.failed} />}
      {job.undo && (
        <Text size="sm">
          {t("import.undoTold", {
            undone: formats.number(job.undo.undone ?? 0),
            kept: formats.number(job.undo.kept ?? 0),
          })}
        </Text>
      )}
      {(job.undo?.kept_records.length ?? 0) > 0 && (
        <Kept kept={job.undo?.kept_records ?? []} count={job.undo?.kept ?? 0} />
      )}
      <Group>
        <Button renderRoot={(props) => <Link {...props} to="/records/$plural" params={{ plural: job.object }} />}>
          {t("import.see", { name: inner(object.labelPlural) })}
        </Button>
        <Button variant="default" leftSection={<IconDownload size={16} />} onClick={download}>
          {t("import.download")}
        </Button>
        {!isUndone && (
          <Button
            variant="default"
            loading={undo.isPending}
            onClick={() => undo.mutateAsync(undefined).catch(showProblem)}
          >
            {t("import.undo")}
          </Button>
        )}
      </Group>
      <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/imports/new" search={{ object: job.object }} />}>
        {t("import.another")}
      </Anchor>
    </Stack>
  );
}

/** The rows that did not come in: what to do about them, and why each of those that were looked at before. */
function Failed({ job, count }: { job: ImportJob; count: number }) {
  const { t } = useWords("imports");
  const { t: problems } = useWords("problems");
  if (!count) return null;
  const seen = (job.preview ?? []).filter((row) => row.records.length === 0 && row.problems.length > 0);
  return (
    <section aria-label={t("import.failedTitle", { count })}>
      <Title order={3} mb={4}>
        {t("import.failedTitle", { count })}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t("import.failedHint")}
      </Text>
      <ul className={classes.kept}>
        {seen.map((row) => (
          <li key={row.row}>
            <Text span size="sm" fw={500}>
              {t("import.keptRow", { row: row.row })}
            </Text>
            <Text span size="sm" c="dimmed">
              {[...new Set(row.problems.map((one) => `${one.header ?? ""}: ${fieldErrorText(one, problems)}`))].join(
                " · ",
              )}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}

type KeptRecord = NonNullable<ImportJob["undo"]>["kept_records"][number];

/** Why the API kept a record, as it says it, and as we do. */
const REASONS: Record<string, string> = {
  "Edited since the import.": "edited",
  "Other records were linked to it since the import.": "linked",
  "Deleted since the import.": "gone",
};

/** What an undo left alone, each with its reason and the way to it. */
function Kept({ kept, count }: { kept: readonly KeptRecord[]; count: number }) {
  const { t } = useWords("imports");
  return (
    <section aria-label={t("import.keptTitle", { count })}>
      <Title order={3} mb="xs">
        {t("import.keptTitle", { count })}
      </Title>
      <ul className={classes.kept}>
        {kept.map((one) => (
          <li key={one.id}>
            <Link to="/records/$plural/$id" params={{ plural: one.object, id: one.id }} className={classes.link}>
              {t("import.keptRow", { row: one.row })}
            </Link>
            <Text span size="sm" c="dimmed">
              {REASONS[one.reason] ? t(`import.kept.${REASONS[one.reason]}`) : one.reason}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function ImportFailed({ job }: { job: ImportJob }) {
  const { t } = useWords("imports");
  const why = codeText(job.problem?.code, useWords("problems").t) ?? job.problem?.detail;
  return (
    <Stack maw={640} mx="auto" mt="xl">
      <Alert color="pimenton" icon={<IconAlertTriangle size={18} />} title={t("import.failed")} role="alert">
        {why ?? t("problems.unexpected")}
      </Alert>
      <Group>
        <Button renderRoot={(props) => <Link {...props} to="/imports/new" search={{ object: job.object }} />}>
          {t("import.tryAgain")}
        </Button>
      </Group>
    </Stack>
  );
}
