import { useMemo } from "react";
import { useMe } from "@/api/me";
import type { MoneyValue } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { formatAgo, formatDay, formatInstant } from "@/lib/dates";
import { browserTimeZone, formatLocale } from "@/lib/locale";
import { formatCompactMoney, formatMoney } from "@/lib/money";

/** How this reader writes figures and dates: the tenant's locale, the user's language and time zone. */
export function useFormats() {
  const { language } = useWords();
  const { tenant, user } = useMe();
  return useMemo(() => {
    const locale = formatLocale(language, tenant.currency);
    const timeZone = user.timezone || tenant.timezone || browserTimeZone();
    const numbers = new Intl.NumberFormat(locale, {
      maximumFractionDigits: 6,
      useGrouping: "always" as unknown as boolean,
    });
    return {
      locale,
      timeZone,
      currency: tenant.currency,
      number: (value: number) => numbers.format(value),
      money: (value: MoneyValue) => formatMoney(value, locale),
      totalMoney: (value: MoneyValue) => formatCompactMoney(value, locale),
      day: (value: string) => formatDay(value, locale),
      instant: (value: string, zone = timeZone) => formatInstant(value, locale, zone),
      ago: (value: string) => formatAgo(value, locale, Date.now()),
    };
  }, [language, tenant, user]);
}
