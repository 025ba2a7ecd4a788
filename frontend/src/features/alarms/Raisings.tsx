import { Skeleton, Text } from "@mantine/core";
import { type Alarm, type Rule, useRaisings } from "@/api/alarms";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { useFigure, useVerdict } from "@/kit/alarms/figures";
import { MoreButton } from "@/kit/MoreButton";
import classes from "./AlarmsPage.module.css";

/** When an alarm was raised, with which number, and until when. */
export function Raisings({ alarm }: { alarm: Alarm }) {
  const { t } = useWords("alarms");
  const formats = useFormats();
  const figureOf = useFigure();
  const verdict = useVerdict();
  const told = useRaisings(alarm.id);
  if (!told.data) return <Skeleton height={96} aria-hidden />;
  const items = told.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Text c="dimmed">{t("alarms.never")}</Text>;
  const figure = alarm.watches?.figure ?? { unit: "count" as const, currency: null };
  return (
    <>
      <ul className={classes.raisings} aria-label={t("alarms.raisings")}>
        {items.map((each) => {
          const said = verdict(figure, alarm.rule as Rule, each.told);
          return (
            <li key={each.at}>
              <b>{figureOf(figure, each.value)}</b>
              <span>{formats.when(each.at)}</span>
              <span className={classes.note}>
                {each.ended_at ? t("alarms.until", { when: formats.when(each.ended_at) }) : t("alarms.lasts")}
                {said && ` ${said}`}
              </span>
            </li>
          );
        })}
      </ul>
      <MoreButton list={told}>{t("alarms.more")}</MoreButton>
    </>
  );
}
