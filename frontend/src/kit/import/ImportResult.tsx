import { Alert, Anchor, Button, Group, Progress, Stack, Text, Title } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconDownload } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useUndoImport, verdictsUrl } from "@/api/imports";
import { useObject } from "@/api/objects";
import type { ImportJob } from "@/api/types";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { showProblem } from "@/kit/notices";
import classes from "./Import.module.css";

const OUTCOMES = ["created", "updated", "skipped", "failed"] as const;

export function ImportProgress({ job }: { job: ImportJob }) {
  const { t } = useWords();
  const formats = useFormats();
  const { done, total } = job.progress ?? { done: 0, total: 0 };
  const share = total > 0 ? Math.min(100, (done / total) * 100) : 0;
  const words = t(`import.doing.${job.state}`);
  return (
    <Stack maw={640} mx="auto" mt="xl" gap="sm" aria-live="polite">
      <Title order={2}>{words}</Title>
      <Progress.Root size="lg">
        <Progress.Section
          value={total > 0 ? share : 100}
          animated={total === 0}
          striped={total === 0}
          aria-label={words}
        />
      </Progress.Root>
      {total > 0 && (
        <Text c="dimmed" className="numbers">
          {t("import.rowsDone", { done: formats.number(done), total: formats.number(total) })}
        </Text>
      )}
      {job.state === "running" && <Text size="sm">{t("import.mayLeave")}</Text>}
    </Stack>
  );
}

/** The last step: how every row ended, the file that says why, and the way back. */
export function ImportResult({ job }: { job: ImportJob }) {
  const { t, inner } = useWords();
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
      {job.undo && (
        <Text size="sm">
          {t("import.undoTold", {
            undone: formats.number(job.undo.undone ?? 0),
            kept: formats.number(job.undo.kept ?? 0),
          })}
        </Text>
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

export function ImportFailed({ job }: { job: ImportJob }) {
  const { t, i18n } = useWords();
  const key = `problems.${job.problem?.code}`;
  return (
    <Stack maw={640} mx="auto" mt="xl">
      <Alert color="pimenton" icon={<IconAlertTriangle size={18} />} title={t("import.failed")} role="alert">
        {i18n.exists(key) ? t(key) : (job.problem?.detail ?? t("problems.unexpected"))}
      </Alert>
      <Group>
        <Button renderRoot={(props) => <Link {...props} to="/imports/new" search={{ object: job.object }} />}>
          {t("import.tryAgain")}
        </Button>
      </Group>
    </Stack>
  );
}
