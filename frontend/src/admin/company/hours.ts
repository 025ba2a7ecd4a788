import type { Company } from "@/api/types";

export type Hours = Company["working_hours"];
export type Day = keyof Hours;
export type Shift = Hours[Day][number];

export const DAYS: Day[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const WORKDAYS: Day[] = ["tue", "wed", "thu", "fri"];
const LAST_MINUTE = "23:59";

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const clock = (at: number) => `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
const later = (time: string, by: number) => clock(Math.min(minutes(time) + by, minutes(LAST_MINUTE)));

/** A time of day as people type it (9, 930, 9:30, 18.00) as a clock shows it; what is none stays as it was typed. */
export function clockOf(typed: string): string {
  const [, hours = "", rest = ""] = /^\s*(\d{1,2}?)[:.hH ]?(\d{2})?\s*$/.exec(typed) ?? [];
  const at = Number(hours) * 60 + Number(rest || 0);
  return hours && Number(rest || 0) < 60 && at < 24 * 60 ? clock(at) : typed;
}

const isClock = (time: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time);

/** The hours that a day, or its next shift after a pause, begins with. */
export function shiftAfter(before: Shift | undefined): Shift {
  if (!before) return { from: "09:00", to: "18:00" };
  const from = later(before.to, 120);
  return { from, to: later(from, 180) };
}

/** The places of shifts that end before they begin, or begin before the one before them has ended. */
export function wrongShifts(shifts: readonly Shift[]): number[] {
  return shifts.flatMap((shift, at) => {
    const before = shifts[at - 1];
    return !isClock(shift.from) || !isClock(shift.to) || shift.from >= shift.to || (before && shift.from < before.to)
      ? [at]
      : [];
  });
}

/** Monday's hours on every other workday. */
export function copied(hours: Hours): Hours {
  const same = Object.fromEntries(WORKDAYS.map((day) => [day, hours.mon.map((shift) => ({ ...shift }))]));
  return { ...hours, ...same };
}
