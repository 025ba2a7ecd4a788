import { Alert, Badge, Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconAlertTriangle, IconDownload } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { exportUrl } from "@/api/exports";
import { countsOf, jobVerdictsUrl, undoOf, useJob, useStopJob, useUndoJob } from "@/api/jobs";
import type { Job } from "@/api/types";
import { userName, useUsers } from "@/api/users";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { BackLink } from "@/kit/BackLink";
import { showDone, showProblem } from "@/kit/notices";
import { Page } from "@/kit/Page";
import { problemText } from "@/kit/problemText";
import { JobProgress } from "./JobProgress";
import classes from "./Jobs.module.css";
import { colorOf, useJobWords } from "./jobWords";

/** One piece of long work: how far it is, what came of every record, and the way back. */
export function JobPage({ id }: { id: string }) {
  const { t } = useWords("jobs");
  const words = useJobWords();
  const job = useJob(id);
  return (
    <Page
      title={job.data ? words.title(job.data) : t("jobs.title")}
      before={<BackLink to="/jobs" aria-label={t("jobs.back")} />}
      aside={job.data && <Badge color={colorOf(job.data)}>{words.state(job.data)}</Badge>}
    >
      {job.isPending && <Skeleton height={120} maw={640} aria-hidden />}
      {job.isError && !job.data && (
        <Alert color="pimenton" icon={<IconAlertTriangle size={18} />} maw={640}>
          {problemText(job.error, t)}
        </Alert>
      )}
      {job.data && <Told job={job.data} />}
    </Page>
  );
}

const FIGURES = ["changed", "unchanged", "refused", "hidden"] as const;
const OF_LISTS = ["added", "there"] as const;

/** Where there is a page for what a job is about. */
const PAGES = {
  segment: "/segments/$id",
  automation: "/automations/$id",
  campaign: "/campaigns/$id",
} as const;

function Told({ job }: { job: Job }) {
  const { t, inner } = useWords("jobs");
  const words = useJobWords();
  const formats = useFormats();
  const who = userName(useUsers().find((user) => user.id === job.created_by)) || t("fields.someone");
  const counts = countsOf(job);
  const undone = undoOf(job);
  const object = words.objectOf(job);
  return (
    <Stack maw={640} gap="lg">
      <Text size="sm" c="dimmed">
        {t("jobs.by", { name: who, when: formats.instant(job.created_at) })}
      </Text>
      {job.is_running && (
        <Stack gap="xs" aria-live="polite">
          <JobProgress job={job} />
          <Text className="numbers" c="dimmed">
            {words.progress(job)}
          </Text>
          <Text size="sm">{t("jobs.mayLeave")}</Text>
        </Stack>
      )}
      {job.problem && (
        <Alert color="pimenton" icon={<IconAlertTriangle size={18} />} role="alert">
          {job.problem.detail}
        </Alert>
      )}
      {Object.keys(counts).length > 0 && (
        <section aria-label={t("jobs.verdicts")} className={classes.figures}>
          {("added" in counts ? OF_LISTS : FIGURES).map((key) => (
            <div key={key} className={classes.figure}>
              <Text size="sm" className="numbers">
                {words.told(key, counts[key] ?? 0)}
              </Text>
            </div>
          ))}
        </section>
      )}
      {undone && (
        <Stack gap="xs">
          <Text>{words.outcome(job)}</Text>
          {undone.kept > 0 && <Kept records={undone.kept_records ?? []} />}
        </Stack>
      )}
      <Acts job={job} />
      <AboutLink job={job} />
      {object && !job.is_running && (
        <Text size="sm">
          <Link to="/records/$plural" params={{ plural: object.plural }}>
            {t("jobs.seeList", { name: inner(object.label_plural) })}
          </Link>
        </Text>
      )}
    </Stack>
  );
}

/** The way to the list, the automation or the campaign that a job is about. */
function AboutLink({ job }: { job: Job }) {
  const { t } = useWords("jobs");
  const kind = job.about?.kind as keyof typeof PAGES | undefined;
  if (!job.about || !kind || !(kind in PAGES)) return null;
  return (
    <Text size="sm">
      <Link to={PAGES[kind]} params={{ id: job.about.id }}>
        {t(`jobs.seeAbout.${kind}`, { name: job.about.name })}
      </Link>
    </Text>
  );
}

function Kept({ records }: { records: { object: string; id: string; name: string }[] }) {
  const { t } = useWords("jobs");
  return (
    <section>
      <Title order={2}>{t("jobs.keptTitle")}</Title>
      <ul className={classes.kept}>
        {records.map((record) => (
          <li key={record.id}>
            <Link to="/records/$plural/$id" params={{ plural: record.object, id: record.id }}>
              {record.name || record.id}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Acts({ job }: { job: Job }) {
  const { t } = useWords("jobs");
  const undo = useUndoJob();
  const stop = useStopJob();
  const openUrl = (url: Promise<string | undefined>) =>
    url.then((found) => {
      if (found) location.assign(found);
      else showDone(t("jobs.fileGone"));
    }, showProblem);
  return (
    <Group>
      {job.can_stop && (
        <Button variant="default" loading={stop.isPending} onClick={() => stop.mutateAsync(job.id).catch(showProblem)}>
          {t("jobs.stop")}
        </Button>
      )}
      {job.can_undo && (
        <Button variant="default" loading={undo.isPending} onClick={() => undo.mutateAsync(job.id).catch(showProblem)}>
          {t("jobs.undoAll")}
        </Button>
      )}
      {job.has_verdicts && (
        <Button
          variant="default"
          leftSection={<IconDownload size={16} />}
          onClick={() => openUrl(jobVerdictsUrl(job.id))}
        >
          {t("jobs.download")}
        </Button>
      )}
      {job.kind === "export" && job.state === "done" && (
        <Button leftSection={<IconDownload size={16} />} onClick={() => openUrl(exportUrl(job.id))}>
          {t("jobs.downloadFile")}
        </Button>
      )}
      {job.kind === "import" && (
        <Button variant="default" renderRoot={(props) => <Link {...props} to="/imports/$id" params={{ id: job.id }} />}>
          {t("jobs.open")}
        </Button>
      )}
    </Group>
  );
}
