import { useWords } from "@/i18n/useWords";

const HOUR = 60;
const DAY = 1_440;

/** Minutes before a task is due, said as people say them. */
export function useBefore() {
  const { t } = useWords();
  return (minutes: number): string => {
    if (minutes === 0) return t("reminder.atDue");
    if (minutes % DAY === 0) return t("reminder.days", { count: minutes / DAY });
    return minutes % HOUR === 0
      ? t("reminder.hours", { count: minutes / HOUR })
      : t("reminder.minutes", { count: minutes });
  };
}
