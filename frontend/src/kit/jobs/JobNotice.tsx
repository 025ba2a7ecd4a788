import { Anchor, Button, Group, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Link } from "@tanstack/react-router";
import { Suspense, useEffect } from "react";
import { useJob, useUndoJob } from "@/api/jobs";
import { useWords } from "@/i18n/useWords";
import { closing, showProblem } from "@/kit/notices";
import { JobProgress } from "./JobProgress";
import { useJobWords } from "./jobWords";

const STAYS = 15_000;

interface Props {
  id: string;
  onOver(): void;
}

/** A job in a corner of the page: how far it is, what came of it, and the way back. */
export function JobNotice({ id, onOver }: Props) {
  const { t } = useWords("jobs");
  const words = useJobWords();
  const { data: job } = useJob(id);
  const undo = useUndoJob();
  const isOver = job ? !job.is_running : false;
  useEffect(() => {
    if (isOver) onOver();
  }, [isOver, onOver]);
  if (!job) return null;
  return (
    <Stack gap={6}>
      <Group justify="space-between" wrap="nowrap" gap="sm" align="baseline">
        <Text size="md" fw={500}>
          {words.title(job)}
        </Text>
        <Text size="xs" c="dimmed" className="numbers" style={{ flex: "none" }}>
          {job.is_running ? words.progress(job) : words.state(job)}
        </Text>
      </Group>
      {job.is_running ? <JobProgress job={job} /> : <Text size="sm">{words.outcome(job) || job.problem?.detail}</Text>}
      <Group justify="space-between" wrap="nowrap" mih={26}>
        <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/jobs/$id" params={{ id }} />}>
          {t("jobs.see")}
        </Anchor>
        {job.can_undo && (
          <Button
            size="compact-sm"
            variant="light"
            loading={undo.isPending}
            onClick={() => undo.mutateAsync(id).catch(showProblem)}
          >
            {t("jobs.undo")}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

/** Follows a job from anywhere: the notice stays while it runs, and long enough after to take it back. */
export function followJob(job: { id: string }): void {
  const id = `job-${job.id}`;
  const message = (
    <Suspense fallback={null}>
      <JobNotice id={job.id} onOver={stay} />
    </Suspense>
  );
  const show = { id, withBorder: true, closeButtonProps: closing(), message };
  function stay() {
    notifications.update({ ...show, autoClose: STAYS });
  }
  notifications.show({ ...show, autoClose: false });
}
