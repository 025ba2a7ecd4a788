/** What lines of an order come to. Which column is which is told by its type, not by its name. */
import type { FieldMeta, MoneyValue } from "@/api/types";
import { addAmounts, currencyDecimals } from "@/lib/money";
import type { LineValue } from "./kit";

export interface SummedColumns {
  price: FieldMeta;
  quantity: FieldMeta;
  discount: FieldMeta | undefined;
}

/** The columns of which a line's worth is made; null where lines are not bought and sold. */
export function summedColumns(columns: readonly FieldMeta[]): SummedColumns | null {
  const first = (...types: FieldMeta["type"][]) => columns.find((column) => types.includes(column.type));
  const price = first("money");
  const quantity = first("number", "integer");
  return price && quantity ? { price, quantity, discount: first("percent") } : null;
}

const SCALE = 1_000_000;

function scaledInteger(value: unknown, fallback: number): bigint {
  const number = value === null || value === undefined || value === "" ? fallback : Number(value);
  return Number.isFinite(number) ? BigInt(Math.round(number * SCALE)) : 0n;
}

/** Price times quantity less the discount, rounded half up to the currency's cents; null without a readable price. */
export function lineSum(line: LineValue, { price, quantity, discount }: SummedColumns): MoneyValue | null {
  const unit = line[price.name] as MoneyValue | null | undefined;
  if (!unit || !/^-?\d+(\.\d+)?$/.test(unit.amount)) return null;
  const decimals = currencyDecimals(unit.currency);
  const [whole = "0", fraction = ""] = unit.amount.replace("-", "").split(".");
  const minor =
    BigInt(whole + fraction.padEnd(decimals, "0").slice(0, decimals)) * (unit.amount.startsWith("-") ? -1n : 1n);
  const one = BigInt(SCALE);
  const share = 100n * one - (discount ? scaledInteger(line[discount.name], 0) : 0n);
  const product = minor * scaledInteger(line[quantity.name], 1) * share;
  const divisor = one * one * 100n;
  const half = product < 0n ? -divisor / 2n : divisor / 2n;
  const cents = (product + half) / divisor;
  const digits = (cents < 0n ? -cents : cents).toString().padStart(decimals + 1, "0");
  const amount = decimals ? `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}` : digits;
  return { amount: cents < 0n ? `-${amount}` : amount, currency: unit.currency };
}

/** What all lines come to; null when they hold no price, or prices of several currencies. */
export function linesSum(lines: readonly LineValue[], columns: SummedColumns): MoneyValue | null {
  const sums = lines.flatMap((line) => lineSum(line, columns) ?? []);
  const [first] = sums;
  if (!first || sums.some((sum) => sum.currency !== first.currency)) return null;
  return { amount: sums.reduce((total, sum) => addAmounts(total, sum.amount), "0"), currency: first.currency };
}
