/** Days as `2026-11-21`, without a clock and without a zone. */
import { dayIn, wallIn, type ZonedTime } from "@/lib/dates";

const DAY = 86_400_000;

const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
const dayAt = (time: number) => new Date(time).toISOString().slice(0, 10);

export const addDays = (day: string, count: number) => dayAt(at(day) + count * DAY);

/** The same day of another month, or its last one. */
export function addMonths(day: string, count: number): string {
  const from = new Date(at(day));
  const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + count, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return dayAt(first.getTime() + (Math.min(from.getUTCDate(), last) - 1) * DAY);
}

/** The days of the week in which a day lies; `firstDay` is 1 for Monday, 0 for Sunday. */
export function weekOf(day: string, firstDay: number): string[] {
  const back = (new Date(at(day)).getUTCDay() - firstDay + 7) % 7;
  return Array.from({ length: 7 }, (_, place) => addDays(day, place - back));
}

/** The whole weeks that show a month. */
export function weeksOf(day: string, firstDay: number): string[][] {
  const first = `${day.slice(0, 7)}-01`;
  const weeks: string[][] = [];
  for (let week = weekOf(first, firstDay); !weeks.length || (week[0] ?? "") < addMonths(first, 1); ) {
    weeks.push(week);
    week = weekOf(addDays(week[0] ?? first, 7), firstDay);
  }
  return weeks;
}

/** The instant at which clocks in a zone show a time of a day. */
export function instantAt(day: string, time: string, timeZone: string): string {
  const wanted = Date.parse(`${day}T${time}Z`);
  let instant = wanted;
  // Twice, for a zone whose offset changes between the first guess and the answer.
  for (let turn = 0; turn < 2; turn++)
    instant += wanted - Date.parse(`${wallIn(new Date(instant), timeZone)}:${time.slice(6, 8) || "00"}Z`);
  return new Date(instant).toISOString().replace(".000Z", "Z");
}

type When = string | ZonedTime;

const isDay = (value: unknown): value is string => typeof value === "string" && value.length === 10;

/** The day on which a value lies for its reader, and its time there if it has one. */
export function placeOf(value: unknown, timeZone: string): { day: string; time: string } | undefined {
  if (isDay(value)) return { day: value, time: "" };
  const { local, utc } = (typeof value === "object" && value ? value : { utc: value }) as Partial<ZonedTime>;
  if (typeof utc === "string" && !Number.isNaN(Date.parse(utc))) {
    const moment = new Date(utc);
    return { day: dayIn(moment, timeZone), time: wallIn(moment, timeZone).slice(11) };
  }
  return typeof local === "string" ? { day: local.slice(0, 10), time: local.slice(11, 16) } : undefined;
}

/** A value on another day, at the same time of the reader's clock. */
export function movedTo(value: unknown, day: string, timeZone: string): When | undefined {
  const place = placeOf(value, timeZone);
  if (!place) return undefined;
  if (isDay(value)) return day;
  if (typeof value === "string") return instantAt(day, `${place.time}:00`, timeZone);
  const { local, time_zone } = value as ZonedTime;
  const apart = Math.round((at(day) - at(place.day)) / DAY);
  return { local: addDays(local.slice(0, 10), apart) + local.slice(10), time_zone };
}
