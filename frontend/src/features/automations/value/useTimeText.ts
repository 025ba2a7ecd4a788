import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";

const AN_HOUR = 60;

/** Minutes as one says them: "45 min", "12 h 30 min". */
export function useTimeText(): (minutes: number) => string {
  const { t } = useWords("worth");
  const formats = useFormats();
  return (minutes) => {
    const hours = Math.floor(minutes / AN_HOUR);
    const rest = minutes % AN_HOUR;
    const told = { h: formats.number(hours), m: formats.number(rest) };
    if (!hours) return t("worth.time.minutes", told);
    return t(rest ? "worth.time.both" : "worth.time.hours", told);
  };
}
