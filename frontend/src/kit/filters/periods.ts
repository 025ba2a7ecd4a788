/** Periods and ages as the API writes them: `this_month`, `last_7_days`, `30_days`. */
export const UNITS = ["day", "week", "month", "quarter", "year"] as const;
export type Unit = (typeof UNITS)[number];
export type Direction = "last" | "next";

export const NAMED = [
  "today",
  "yesterday",
  "tomorrow",
  ...UNITS.slice(1).flatMap((unit) => [`this_${unit}`, `last_${unit}`, `next_${unit}`]),
];

export interface Counted {
  direction: Direction;
  count: number;
  unit: Unit;
}

const isUnit = (word: string): word is Unit => (UNITS as readonly string[]).includes(word);

export function readCounted(value: unknown): Counted | undefined {
  const found = /^(last|next)_(\d{1,4})_([a-z]+?)s?$/.exec(String(value));
  const unit = found?.[3] ?? "";
  return found && isUnit(unit) ? { direction: found[1] as Direction, count: Number(found[2]), unit } : undefined;
}

export function readAge(value: unknown): { count: number; unit: Unit } | undefined {
  const found = /^(\d{1,4})_([a-z]+?)s?$/.exec(String(value));
  const unit = found?.[2] ?? "";
  return found && isUnit(unit) ? { count: Number(found[1]), unit } : undefined;
}

export const writeAge = (count: number, unit: Unit) => `${count}_${unit}${count === 1 ? "" : "s"}`;

export const writeCounted = ({ direction, count, unit }: Counted) => `${direction}_${writeAge(count, unit)}`;
