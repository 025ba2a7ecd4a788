import { useMe } from "@/api/me";
import type { MoneyValue } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { formatAgo, formatDay, formatInstant, formatWhen } from "@/lib/dates";
import { numberFormat } from "@/lib/intl";
import { browserTimeZone, formatLocale } from "@/lib/locale";
import { formatCompactMoney, formatMoney } from "@/lib/money";

type Formats = ReturnType<typeof formatsOf>;

function formatsOf(locale: string, timeZone: string, currency: string) {
  const numbers = numberFormat(locale, { maximumFractionDigits: 6, useGrouping: "always" as unknown as boolean });
  return {
    locale,
    timeZone,
    currency,
    number: (value: number) => numbers.format(value),
    money: (value: MoneyValue) => formatMoney(value, locale),
    totalMoney: (value: MoneyValue) => formatCompactMoney(value, locale),
    day: (value: string) => formatDay(value, locale),
    instant: (value: string, zone = timeZone) => formatInstant(value, locale, zone),
    ago: (value: string) => formatAgo(value, locale, Date.now()),
    when: (value: string) => formatWhen(value, locale, timeZone, Date.now()),
  };
}

/** One reader at a time: every cell of a list shares what was made for the first. */
let latest: Formats | undefined;

/** How this reader writes figures and dates: the tenant's locale, the user's language and time zone. */
export function useFormats(): Formats {
  const { language } = useWords();
  const { tenant, user } = useMe();
  const locale = formatLocale(language, tenant.currency, tenant.format_locale);
  const timeZone = user.timezone || tenant.timezone || browserTimeZone();
  if (latest?.locale !== locale || latest.timeZone !== timeZone || latest.currency !== tenant.currency)
    latest = formatsOf(locale, timeZone, tenant.currency);
  return latest;
}
