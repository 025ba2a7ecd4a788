import { NativeSelect, Stack, Text } from "@mantine/core";
import { useMemo } from "react";
import type { Company, Language } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { FormProblem } from "@/kit/FormProblem";
import { Section } from "@/kit/Section";
import { formatDay } from "@/lib/dates";
import { CURRENCIES, formatLocale } from "@/lib/locale";
import { formatMoney } from "@/lib/money";
import { ZoneSelect } from "@/session/ZoneSelect";
import { SaveRow } from "./SaveRow";
import { useSaved } from "./useSaved";

const LANGUAGES: Language[] = ["es", "en"];
const LOCALES = [
  "es-ES",
  "es-MX",
  "es-CO",
  "es-AR",
  "es-CL",
  "es-PE",
  "es-EC",
  "es-UY",
  "es-CR",
  "es-US",
  "en-US",
  "en-GB",
  "en-IE",
  "en-CA",
  "en-AU",
] as const;
const AUTOMATIC = "auto";
const EXAMPLE = { amount: "1234567.89", day: "2026-11-22" };

type FormatLocale = (typeof LOCALES)[number];

/** The company's language, how it writes figures, its clock and the currency it counts in. */
export function RegionSection({ company }: { company: Company }) {
  const { t, language } = useWords("admin");
  const form = useSaved(company, ["locale", "format_locale", "timezone", "currency"]);
  const { values } = form;
  const names = useMemo(() => namesIn(language), [language]);
  const locale = values.format_locale ?? formatLocale(language, values.currency);
  const example = `${formatMoney({ amount: EXAMPLE.amount, currency: values.currency }, locale)} · ${formatDay(EXAMPLE.day, locale)}`;
  const currencies = useMemo(() => currencyCodes(company.currency), [company.currency]);
  return (
    <Section title={t("company.region")} text={t("company.regionText")}>
      <form onSubmit={form.submit}>
        <Stack>
          <FormProblem problem={form.problem} />
          <NativeSelect
            label={t("company.language")}
            description={t("company.languageText")}
            data={LANGUAGES.map((value) => ({ value, label: t(`nav.languages.${value}`) }))}
            value={values.locale}
            error={form.errors.locale}
            onChange={(event) => form.change({ locale: event.currentTarget.value as Language })}
          />
          <NativeSelect
            label={t("company.formats")}
            description={t("company.formatsText", { example })}
            data={[
              { value: AUTOMATIC, label: t("company.formatsAuto") },
              ...LOCALES.map((value) => ({ value, label: names.locale(value) })),
            ]}
            value={values.format_locale ?? AUTOMATIC}
            error={form.errors.format_locale}
            onChange={(event) => {
              const { value } = event.currentTarget;
              form.change({ format_locale: value === AUTOMATIC ? null : (value as FormatLocale) });
            }}
          />
          <ZoneSelect
            label={t("account.timeZone")}
            value={values.timezone}
            error={form.errors.timezone}
            onChange={(timezone) => form.change({ timezone })}
          />
          <NativeSelect
            label={t("company.currency")}
            description={t(company.currency_may_change ? "company.currencyText" : "company.currencyFixed")}
            data={currencies.map((value) => ({ value, label: names.currency(value) }))}
            disabled={!company.currency_may_change}
            value={values.currency}
            error={form.errors.currency}
            onChange={(event) => form.change({ currency: event.currentTarget.value })}
          />
          {values.currency !== company.currency && (
            <Text size="sm" c="dimmed">
              {t("company.currencyOnce")}
            </Text>
          )}
          <SaveRow form={form} />
        </Stack>
      </form>
    </Section>
  );
}

function namesIn(language: Language) {
  const locales = new Intl.DisplayNames(language, { type: "language", languageDisplay: "standard" });
  const currencies = new Intl.DisplayNames(language, { type: "currency" });
  const upper = (text: string) => text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
  return {
    locale: (code: string) => upper(locales.of(code) ?? code),
    currency: (code: string) => `${code} · ${currencies.of(code) ?? code}`,
  };
}

/** The currencies of our markets first, then every other that the world uses. */
function currencyCodes(own: string): string[] {
  return [...new Set([own, ...CURRENCIES, ...Intl.supportedValuesOf("currency").filter((code) => !/^X/.test(code))])];
}
