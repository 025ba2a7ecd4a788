import type { Figure, Rule, Verdict } from "@/api/alarms";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { numberFormat } from "@/lib/intl";

type Shown = Pick<Figure, "unit" | "currency">;

/** How a figure's numbers are written: as a count, a share or money. */
export function useFigure(): (figure: Shown, value: string | number) => string {
  const formats = useFormats();
  return ({ unit, currency }, value) => {
    const number = Number(value);
    if (unit === "money" && currency) return formats.money({ amount: number.toFixed(2), currency });
    if (unit === "count") return formats.number(Math.round(number * 100) / 100);
    const maximumFractionDigits = Math.abs(number) < 0.01 && number !== 0 ? 2 : 1;
    return numberFormat(formats.locale, {
      style: "percent",
      maximumFractionDigits,
      useGrouping: "always" as unknown as boolean,
    }).format(number);
  };
}

/** What a rule waits for, in words that follow "when": `more than 5 %`. */
export function useWaited(): (figure: Shown & Pick<Figure, "adds_up">, rule: Rule) => string {
  const { t } = useWords("alarms");
  const figureOf = useFigure();
  const formats = useFormats();
  return (figure, rule) => {
    if (rule.kind === "anomaly")
      return t(`alarms.waits.anomaly.${rule.direction ?? "either"}`, {
        most: t(`alarms.sensitivities.${rule.sensitivity ?? "normal"}`),
      });
    if (rule.kind === "change")
      return t(`alarms.waits.change.${rule.direction ?? "either"}`, {
        percent: formats.number(Number(rule.percent ?? 0)),
        span: t(`alarms.before.${rule.span === "week" || rule.span === "month" ? rule.span : "day"}`),
      });
    const span = figure.adds_up && rule.span && rule.span !== "total" ? ` ${t(`alarms.within.${rule.span}`)}` : "";
    const said = t(`alarms.waits.limit.${rule.op ?? "above"}`, {
      value: figureOf(figure, rule.value ?? 0),
      upper: figureOf(figure, rule.upper ?? rule.value ?? 0),
    });
    return `${said}${span}`;
  };
}

/** What was found out when a number was held against its rule, where that says more than the number. */
export function useVerdict(): (figure: Shown, rule: Rule, told: Verdict) => string {
  const { t } = useWords("alarms");
  const figureOf = useFigure();
  const formats = useFormats();
  return (figure, rule, told) => {
    if (told.place === "unknown") return t(`alarms.why.${told.why ?? "no_value"}`);
    if (told.low && told.high)
      return t(`alarms.usual.${told.basis ?? "lately"}`, {
        low: figureOf(figure, told.low),
        high: figureOf(figure, told.high),
        count: told.days ?? 0,
      });
    if (rule.kind === "change" && told.measured)
      return t("alarms.changed", {
        percent: `${Number(told.measured) > 0 ? "+" : ""}${formats.number(Math.round(Number(told.measured) * 10) / 10)}`,
      });
    return "";
  };
}
