import { Button, Text } from "@mantine/core";
import { IconChevronRight, IconCoins, IconPlus } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useCurrencies } from "@/api/currencies";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { EmptyState } from "@/kit/EmptyState";
import { Page } from "@/kit/Page";
import classes from "../design/Design.module.css";
import { useCurrencyNames } from "./useCurrencyNames";

const CurrencyPanel = lazy(() => import("./CurrencyPanel").then((module) => ({ default: module.CurrencyPanel })));

/** What each currency that the firm uses is worth in its own. */
export function CurrenciesPage() {
  const { t } = useWords("admin");
  const formats = useFormats();
  const { base, items } = useCurrencies();
  const nameOf = useCurrencyNames();
  const [open, setOpen] = useState<string | null>(null);
  const code = items.find((one) => one.code === open)?.code;
  const unit = (value: string, currency: string) => `${formats.number(Number(value))} ${currency}`;
  return (
    <Page
      title={t("settings.places.currencies")}
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen("new")}>
          {t("currencies.add")}
        </Button>
      }
    >
      <Text c="dimmed" mb="md" maw={640}>
        {t("currencies.text", { currency: nameOf(base.code) })}
      </Text>
      {items.length === 0 ? (
        <EmptyState
          icon={<IconCoins size={40} stroke={1.2} />}
          title={t("currencies.none")}
          text={t("currencies.noneText")}
        />
      ) : (
        <ul className={classes.list} aria-label={t("settings.places.currencies")}>
          {items.map((one) => (
            <li key={one.code}>
              <button type="button" className={classes.item} onClick={() => setOpen(one.code)}>
                <span className={classes.main}>
                  <span>{nameOf(one.code)}</span> <span className={classes.code}>{one.code}</span>
                  <span className={classes.quiet}>
                    {one.rate ? t("currencies.since", { day: formats.day(one.rate.date) }) : t("currencies.noRate")}
                  </span>
                </span>
                {one.rate && (
                  <Text span className="numbers">
                    {t("currencies.worth", { one: unit("1", one.code), worth: unit(one.rate.rate, base.code) })}
                  </Text>
                )}
                <IconChevronRight size={16} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Suspense fallback={null}>
        {(open === "new" || code) && <CurrencyPanel key={open} code={code} onClose={() => setOpen(null)} />}
      </Suspense>
    </Page>
  );
}
