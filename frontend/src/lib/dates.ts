import { dateFormat, relativeFormat } from "./intl";

/** Dates as the API writes them: days are `2026-11-21`, instants are UTC, and a zoned time keeps its wall clock and zone. */
export interface ZonedTime {
  local: string;
  time_zone: string;
  utc?: string;
}

const DAY = 86_400_000;

export function formatDay(day: string, locale: string, style: "medium" | "short" = "medium"): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return day;
  return dateFormat(locale, {
    timeZone: "UTC",
    day: "numeric",
    month: style === "short" ? "numeric" : "short",
    year: "numeric",
  }).format(at);
}

export function formatInstant(iso: string, locale: string, timeZone: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return dateFormat(locale, {
    timeZone,
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  }).format(at);
}

/** The calendar day of an instant in a zone. */
export function dayIn(at: Date, timeZone: string): string {
  return dateFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(at);
}

/** The wall clock of an instant in a zone, `2026-11-21T09:30`. */
export function wallIn(at: Date, timeZone: string): string {
  const parts = dateFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "00";
  return `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}`;
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 365 * DAY],
  ["month", 30 * DAY],
  ["week", 7 * DAY],
  ["day", DAY],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/** "hace 3 días", "in 2 hours". */
export function formatAgo(iso: string, locale: string, now: number): string {
  const difference = Date.parse(iso) - now;
  const relative = relativeFormat(locale);
  for (const [unit, size] of UNITS)
    if (Math.abs(difference) >= size) return relative.format(Math.trunc(difference / size), unit);
  return relative.format(0, "minute");
}

const WEEK = 7 * DAY;

/** "hace 3 días"; what is further than a week has its day, for "el año pasado" says too little. */
export function formatWhen(iso: string, locale: string, timeZone: string, now: number): string {
  const at = new Date(iso);
  const isNear = Math.abs(at.getTime() - now) < WEEK;
  return isNear ? formatAgo(iso, locale, now) : formatDay(dayIn(at, timeZone), locale);
}

export type Nearness = "overdue" | "today" | "later";

export function nearness(utc: string, now: Date, timeZone: string): Nearness {
  const at = new Date(utc);
  if (at < now) return "overdue";
  return dayIn(at, timeZone) === dayIn(now, timeZone) ? "today" : "later";
}
