import { Button, Progress, Text } from "@mantine/core";
import { type Course, useCampaignWrites } from "@/api/campaigns";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { showDone, showProblem } from "@/kit/notices";
import { Brakes } from "./Brakes";
import classes from "./Campaigns.module.css";
import { clockOf } from "./plan";
import { useLeft } from "./useLeft";

/** Within this long of its start a launch shows its seconds; before, its day. */
const NEAR = 10 * 60_000;

/** A launch that nothing came of yet, and the way back from it. */
export function Countdown({ id, course, mayWrite }: { id: string; course: Course; mayWrite: boolean }) {
  const { t } = useWords("campaigns");
  const formats = useFormats();
  const { move } = useCampaignWrites();
  const whole = Date.parse(course.starts_at) - Date.parse(course.launched_at);
  const left = useLeft(course.starts_at, whole);
  const isNear = left <= NEAR;
  const when = formats.instant(course.starts_at);
  const takeBack = () =>
    move.mutateAsync({ id, to: "cancel" }).then(() => showDone(t("course.takenBack")), showProblem);
  const title = !left
    ? t("course.starting")
    : isNear
      ? t("course.regret", { time: clockOf(left) })
      : t("course.startsAt", { when });
  return (
    <section className={classes.countdown} aria-label={t("course.states.waiting")}>
      <p className={classes.large} role="timer">
        {title}
      </p>
      {isNear && left > 0 && (
        <Progress value={(left / Math.min(whole, NEAR)) * 100} size="sm" aria-hidden transitionDuration={250} />
      )}
      {left > 0 && <Text>{isNear ? t("course.regretText") : t("course.scheduledText")}</Text>}
      {mayWrite && left > 0 && !isNear && <Brakes id={id} course={course} hasBegun={false} />}
      {mayWrite && left > 0 && isNear && (
        <div>
          <Button size="md" variant="default" loading={move.isPending} onClick={takeBack}>
            {t("course.takeBack")}
          </Button>
        </div>
      )}
    </section>
  );
}
