import { Badge, Button, Skeleton, Stack, Text } from "@mantine/core";
import { IconProgress } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useJobs, useUndoJob } from "@/api/jobs";
import type { Job } from "@/api/types";
import { userName, useUsers } from "@/api/users";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { EmptyState } from "@/kit/EmptyState";
import { showProblem } from "@/kit/notices";
import { Page } from "@/kit/Page";
import { problemText } from "@/kit/problemText";
import { JobProgress } from "./JobProgress";
import classes from "./Jobs.module.css";
import { colorOf, useJobWords } from "./jobWords";

/** Everything long that ran or runs: imports, exports, changes of many records, merges. */
export function JobsPage() {
  const { t } = useWords("jobs");
  const list = useJobs();
  const jobs = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t("jobs.title")}>
      {list.isPending && (
        <Stack gap="xs" aria-hidden>
          <Skeleton height={56} />
          <Skeleton height={56} />
          <Skeleton height={56} />
        </Stack>
      )}
      {list.isError && (
        <EmptyState icon={<IconProgress size={40} stroke={1.2} />} title={problemText(list.error, t)}>
          <Button variant="default" onClick={() => list.refetch()}>
            {t("actions.retry")}
          </Button>
        </EmptyState>
      )}
      {list.isSuccess && jobs.length === 0 && !list.hasNextPage && (
        <EmptyState icon={<IconProgress size={40} stroke={1.2} />} title={t("jobs.none")} text={t("jobs.noneHint")} />
      )}
      {jobs.length > 0 && (
        <ul className={classes.list} aria-label={t("jobs.region")}>
          {jobs.map((job) => (
            <JobRow key={job.id} job={job} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button variant="default" mt="md" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          {t("jobs.more")}
        </Button>
      )}
    </Page>
  );
}

function JobRow({ job }: { job: Job }) {
  const { t } = useWords("jobs");
  const words = useJobWords();
  const formats = useFormats();
  const who = userName(useUsers().find((user) => user.id === job.created_by)) || t("fields.someone");
  const undo = useUndoJob();
  const title = words.title(job);
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        {job.kind === "import" ? (
          <Link to="/imports/$id" params={{ id: job.id }} className={classes.link}>
            {title}
          </Link>
        ) : (
          <Link to="/jobs/$id" params={{ id: job.id }} className={classes.link}>
            {title}
          </Link>
        )}
        <Text size="xs" c="dimmed">
          {t("jobs.by", { name: who, when: formats.ago(job.created_at) })}
        </Text>
      </div>
      <div className={classes.came}>
        {job.is_running ? (
          <>
            <Text size="xs" c="dimmed" className="numbers">
              {words.progress(job)}
            </Text>
            <JobProgress job={job} />
          </>
        ) : (
          <Text size="sm" className="numbers">
            {words.outcome(job)}
          </Text>
        )}
      </div>
      <Badge color={colorOf(job)}>{words.state(job)}</Badge>
      <div className={classes.act}>
        {job.can_undo && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${t("jobs.undo")}: ${title}`}
            loading={undo.isPending}
            onClick={() => undo.mutateAsync(job.id).catch(showProblem)}
          >
            {t("jobs.undo")}
          </Button>
        )}
      </div>
    </li>
  );
}
