import { useMemo } from "react";
import { useWords } from "@/i18n/useWords";
import { dayIn } from "@/lib/dates";
import { DAY_FORMATS, readSpokenDay } from "../days";
import { useFormats } from "../useFormats";

/** A Sunday, from which the names of the days are counted. */
const SUNDAY = Date.UTC(2026, 10, 22);
const DAY = 86_400_000;

/** How a day is typed here: as the country writes it, or as people say it. */
export function useDayTyping() {
  const { t } = useWords();
  const { locale, timeZone } = useFormats();
  return useMemo(() => {
    const format = DAY_FORMATS[locale] ?? "DD/MM/YYYY";
    const names = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
    const weekdays = Array.from({ length: 7 }, (_, day) => names.format(SUNDAY + day * DAY).toLowerCase());
    const words = {
      [t("fields.day.today")]: 0,
      [t("fields.day.tomorrow")]: 1,
      [t("fields.day.afterTomorrow")]: 2,
      [t("fields.day.yesterday")]: -1,
    };
    const read = (typed: string) =>
      readSpokenDay(typed, { format, today: dayIn(new Date(), timeZone), words, weekdays });
    return {
      read,
      props: {
        valueFormat: format,
        placeholder: format.replace(/Y/g, locale.startsWith("es") ? "A" : "Y"),
        locale: locale.slice(0, 2),
        firstDayOfWeek: (locale === "en-US" ? 0 : 1) as 0 | 1,
        popoverProps: { withinPortal: true },
        clearButtonProps: { "aria-label": t("fields.clear") },
      },
    };
  }, [locale, timeZone, t]);
}
