import { Anchor, Progress, Text } from "@mantine/core";
import { useResults } from "@/api/campaignResults";
import type { Course } from "@/api/campaigns";
import { useFormats } from "@/fields/useFormats";
import { UserName } from "@/fields/user";
import { useWords } from "@/i18n/useWords";
import { Brakes } from "./Brakes";
import classes from "./Campaigns.module.css";
import { Countdown } from "./Countdown";
import { Figures, REACHED } from "./Figures";
import { Hours } from "./Hours";
import { LeftOut } from "./LeftOut";
import { Part } from "./Part";
import type { SendProps } from "./SendTab";
import { LAST } from "./way";

/** How the mails of a launched campaign stand, and the brakes. */
export function Launched({ record, mayWrite, onTab, course }: SendProps & { course: Course }) {
  const { t } = useWords("campaigns");
  const formats = useFormats();
  const { id } = record;
  const { state } = course;
  const hasBegun = course.recipients > 0 || Date.parse(course.starts_at) <= Date.now();
  const isWaiting = state === "waiting";
  const results = useResults(id, LAST, course.can_pause).data;
  return (
    <div className={classes.single}>
      {isWaiting ? (
        <Countdown id={id} course={course} mayWrite={mayWrite} />
      ) : (
        <Part
          title={t(`course.states.${state}`)}
          aside={mayWrite && <Brakes id={id} course={course} hasBegun={hasBegun} />}
        >
          <div aria-live="polite">
            {state === "gathering" && (
              <Text>{t("course.gathered", { number: formats.number(course.recipients) })}</Text>
            )}
            {state === "paused" && <Text>{t("course.pausedText")}</Text>}
            {course.rests_until && <Text>{t("course.restsUntil", { when: formats.instant(course.rests_until) })}</Text>}
            {course.problem && (
              <Text role="alert">{t("course.problem", { problem: String(course.problem.detail ?? "") })}</Text>
            )}
          </div>
          {course.recipients > 0 && (
            <>
              <Progress
                size="lg"
                radius="xl"
                value={(course.called / course.recipients) * 100}
                aria-label={t("course.progressName")}
              />
              <Text className="numbers">
                {t("course.progress", {
                  done: formats.number(course.called),
                  total: formats.number(course.recipients),
                })}
              </Text>
            </>
          )}
          {course.test && <Text>{t("course.decided", { name: course.test.winner })}</Text>}
        </Part>
      )}
      {results && results.numbers.sent.count > 0 && (
        <Part
          title={t("course.liveNumbers")}
          aside={
            <Anchor component="button" type="button" inherit underline="always" onClick={() => onTab("results")}>
              {t("course.seeResults")}
            </Anchor>
          }
        >
          <Figures id={id} numbers={results.numbers} states={REACHED} />
        </Part>
      )}
      {course.hours.length > 0 && (
        <Part title={t("hours.title")}>
          <Hours id={id} hours={course.hours} />
        </Part>
      )}
      {hasBegun && (course.excluded.length > 0 || course.control > 0) && (
        <Part title={t("results.leftOut")}>
          <LeftOut id={id} excluded={course.excluded} control={course.control} />
        </Part>
      )}
      <Text size="sm" c="dimmed">
        {t("course.launched", { when: formats.instant(course.launched_at) })} ·{" "}
        <UserName id={course.launched_by} withFace={false} />
      </Text>
    </div>
  );
}
