import type { FieldMeta } from "@/api/types";
import { dayIn, wallIn } from "@/lib/dates";

const DAY = 86_400_000;
const MORNING = "09:00";
/** Later than this, something for today is for the evening. */
const LAST_HOUR = 20;

/** The wall clock of something planned so many days ahead: in the morning, or two hours from now when it is for today. */
export function wallAhead(days: number, now: Date, timeZone: string): string {
  const morning = `${dayIn(new Date(now.getTime() + days * DAY), timeZone)}T${MORNING}`;
  if (days > 0) return morning;
  const soon = wallIn(new Date(now.getTime() + 2 * 3_600_000), timeZone);
  const hour = Number(soon.slice(11, 13));
  const isToday = soon.slice(0, 10) === morning.slice(0, 10);
  return isToday && hour <= LAST_HOUR ? `${soon.slice(0, 13)}:00` : `${morning.slice(0, 10)}T23:00`;
}

/** This moment as a field keeps it: with its zone, or as an instant. */
export function momentOf(field: FieldMeta | undefined, now: Date, timeZone: string): unknown {
  if (field?.zoned) return { local: `${wallIn(now, timeZone)}:00`, time_zone: timeZone };
  return now.toISOString().replace(/\.\d+Z$/, "Z");
}
