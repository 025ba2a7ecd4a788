import { IconAlertTriangle, IconCircleCheck, IconClockExclamation, IconHelp } from "@tabler/icons-react";
import type { Churn } from "@/api/cardTypes";
import { useWords } from "@/i18n/useWords";
import classes from "./Card.module.css";
import { Fact } from "./Fact";

const ICONS = { unknown: IconHelp, low: IconCircleCheck, medium: IconClockExclamation, high: IconAlertTriangle };

/** How likely it is that they are going, in a word, a shape and a sentence. */
export function ChurnFact({ churn }: { churn: Churn }) {
  const { t } = useWords("card");
  const Icon = ICONS[churn.level];
  return (
    <Fact name={t("card.churn")} more={churn.sentence} isUrgent={churn.level === "high"}>
      <span className={classes.level}>
        <Icon size={17} stroke={1.7} aria-hidden />
        {t(`card.levels.${churn.level}`)}
      </span>
    </Fact>
  );
}
