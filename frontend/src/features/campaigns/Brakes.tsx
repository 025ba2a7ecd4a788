import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { type Course, useCampaignWrites } from "@/api/campaigns";
import { useWords } from "@/i18n/useWords";
import { showDone, showProblem } from "@/kit/notices";
import { Question } from "@/kit/Question";

/** Pause, resume, and the end for good. */
export function Brakes({ id, course, hasBegun }: { id: string; course: Course; hasBegun: boolean }) {
  const { t } = useWords("campaigns");
  const [isAsking, setAsking] = useState(false);
  const { move } = useCampaignWrites();
  const go = (to: "pause" | "resume" | "cancel", done?: string) =>
    move.mutateAsync({ id, to }).then(() => done && showDone(done), showProblem);
  return (
    <Group gap="xs">
      {course.can_pause && (
        <Button variant="default" loading={move.isPending} onClick={() => go("pause", t("course.paused"))}>
          {t("course.pause")}
        </Button>
      )}
      {course.can_resume && (
        <Button loading={move.isPending} onClick={() => go("resume")}>
          {t("course.resume")}
        </Button>
      )}
      {course.can_cancel && (
        <Button
          variant="default"
          c="var(--attention)"
          onClick={() => (hasBegun ? setAsking(true) : go("cancel", t("course.takenBack")))}
        >
          {hasBegun ? t("course.cancel") : t("course.unschedule")}
        </Button>
      )}
      <Question
        opened={isAsking}
        title={t("course.cancelTitle")}
        text={t("course.cancelText")}
        verb={t("course.cancel")}
        back={t("course.keep")}
        color="pimenton"
        isBusy={move.isPending}
        onYes={() => go("cancel").then(() => setAsking(false))}
        onClose={() => setAsking(false)}
      />
    </Group>
  );
}
