import type { FieldMeta } from "@/api/types";
import { currencyDecimals } from "@/lib/money";

/** The timeline may keep money as it is stored, in minor units; screens show amounts. */
export function presented(field: FieldMeta, value: unknown): unknown {
  if (field.type !== "money" || !value || typeof value !== "object" || !("minor" in value)) return value;
  const { minor, currency } = value as { minor: number | string; currency: string };
  const decimals = currencyDecimals(currency);
  const digits = String(minor)
    .replace("-", "")
    .padStart(decimals + 1, "0");
  const sign = String(minor).startsWith("-") ? "-" : "";
  const amount = decimals ? `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}` : digits;
  return { amount: sign + amount, currency };
}
