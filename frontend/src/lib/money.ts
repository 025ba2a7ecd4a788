/** Money is an amount string and a currency; nothing here ever makes a float of it. */
import type { MoneyValue } from "@/api/types";
import { numberFormat } from "./intl";

function decimalsIn(amount: string): number {
  const point = amount.indexOf(".");
  return point < 0 ? 0 : amount.length - point - 1;
}

function scaled(amount: string, decimals: number): bigint {
  const negative = amount.startsWith("-");
  const [whole = "0", fraction = ""] = amount.replace("-", "").split(".");
  const digits = BigInt(whole + fraction.padEnd(decimals, "0"));
  return negative ? -digits : digits;
}

function unscaled(value: bigint, decimals: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, "0");
  const sign = value < 0n ? "-" : "";
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Adds exact amounts of one currency. */
export function addAmounts(left: string, right: string): string {
  const decimals = Math.max(decimalsIn(left), decimalsIn(right));
  return unscaled(scaled(left, decimals) + scaled(right, decimals), decimals);
}

export function negateAmount(amount: string): string {
  return amount.startsWith("-") ? amount.slice(1) : /[1-9]/.test(amount) ? `-${amount}` : amount;
}

/** A share of an amount in whole percent, rounded half up to the amount's own decimals. */
export function percentOf(amount: string, percent: number): string {
  const decimals = decimalsIn(amount);
  const product = scaled(amount, decimals) * BigInt(Math.round(percent * 100));
  const half = product < 0n ? -5_000n : 5_000n;
  return unscaled((product + half) / 10_000n, decimals);
}

/** Adds money per currency, in order of first appearance. */
export function addMoney(...lists: readonly (readonly MoneyValue[])[]): MoneyValue[] {
  const sums = new Map<string, string>();
  for (const { amount, currency } of lists.flat()) sums.set(currency, addAmounts(sums.get(currency) ?? "0", amount));
  return [...sums].map(([currency, amount]) => ({ currency, amount }));
}

export function currencyDecimals(currency: string): number {
  try {
    return numberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/** "1.250,50 €"; `whole` leaves the cents out when there are none, as totals do. */
export function formatMoney({ amount, currency }: MoneyValue, locale: string, whole = false): string {
  const decimals = currencyDecimals(currency);
  const round = whole && !/\.\d*[1-9]/.test(amount);
  try {
    return numberFormat(locale, {
      style: "currency",
      currency,
      useGrouping: "always" as unknown as boolean,
      minimumFractionDigits: round ? 0 : decimals,
      maximumFractionDigits: round ? 0 : decimals,
    }).format(amount as unknown as number);
  } catch {
    return `${amount} ${currency}`;
  }
}

/** "386 mil €", for the head of a column. */
export function formatCompactMoney({ amount, currency }: MoneyValue, locale: string): string {
  if (Math.abs(Number(amount)) < 100_000) {
    const rounded = percentOf(amount.split(".")[0] ?? "0", 100);
    return formatMoney({ amount: rounded, currency }, locale, true);
  }
  return numberFormat(locale, {
    style: "currency",
    currency,
    notation: "compact",
    maximumSignificantDigits: 4,
  }).format(amount as unknown as number);
}

/** The decimal and grouping marks of a locale. */
export function marksOf(locale: string): { decimal: string; group: string } {
  const parts = numberFormat(locale, { useGrouping: "always" as unknown as boolean }).formatToParts(12345.6);
  return {
    decimal: parts.find((part) => part.type === "decimal")?.value ?? ",",
    group: parts.find((part) => part.type === "group")?.value ?? ".",
  };
}

/** Reads a number as people of a locale type it; the last mark followed by one or two digits is the decimal one. */
export function parseDecimal(text: string, locale: string): string | null {
  const clean = text.replace(/[\s\u00a0\u202f€$£%]/g, "");
  if (!/^-?[\d.,]+$/.test(clean) || !/\d/.test(clean)) return null;
  const { decimal } = marksOf(locale);
  const last = Math.max(clean.lastIndexOf(","), clean.lastIndexOf("."));
  const mark = clean[last] ?? "";
  const isDecimal = last >= 0 && (mark === decimal || clean.length - last - 1 !== 3);
  const whole = (isDecimal ? clean.slice(0, last) : clean).replace(/[.,]/g, "");
  const fraction = isDecimal ? clean.slice(last + 1) : "";
  const number = `${whole.replace(/^(-?)0+(?=\d)/, "$1") || "0"}${fraction ? `.${fraction}` : ""}`;
  return /^-?\d+(\.\d+)?$/.test(number) ? number : null;
}
