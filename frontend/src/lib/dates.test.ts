import { expect, test } from "vitest";
import { readDay } from "@/fields/days";
import { dayIn, daysBetween, formatAgo, formatDay, formatWhen, nearness, wallIn } from "./dates";

const NOON = new Date("2026-11-21T11:00:00Z");

test("a day is the same everywhere", () => {
  expect(formatDay("2026-11-21", "es-ES")).toBe("21 nov 2026");
  expect(formatDay("2026-11-21", "en-US")).toBe("Nov 21, 2026");
});

test("an instant falls on the day that the reader's clock shows", () => {
  expect(dayIn(new Date("2026-11-21T23:30:00Z"), "Europe/Madrid")).toBe("2026-11-22");
  expect(wallIn(new Date("2026-07-01T07:00:00Z"), "Europe/Madrid")).toBe("2026-07-01T09:00");
});

test("a task is overdue, for today or for later by the owner's clock", () => {
  expect(nearness("2026-11-21T10:59:00Z", NOON, "Europe/Madrid")).toBe("overdue");
  expect(nearness("2026-11-21T22:59:00Z", NOON, "Europe/Madrid")).toBe("today");
  expect(nearness("2026-11-21T23:01:00Z", NOON, "Europe/Madrid")).toBe("later");
});

test("time past is told in the largest unit that fits", () => {
  expect(formatAgo("2026-11-18T11:00:00Z", "es-ES", NOON.getTime())).toBe("hace 3 días");
  expect(formatAgo("2026-11-21T10:59:40Z", "en-GB", NOON.getTime())).toBe("this minute");
  expect(formatWhen("2026-11-18T11:00:00Z", "es-ES", "Europe/Madrid", NOON.getTime())).toBe("hace 3 días");
  expect(formatWhen("2025-11-18T23:30:00Z", "es-ES", "Europe/Madrid", NOON.getTime())).toBe("19 nov 2025");
  expect(daysBetween("2026-10-24", "2026-10-26")).toBe(2);
});

test.each([
  ["21/11/2026", "DD/MM/YYYY", "2026-11-21"],
  ["3-2-26", "DD/MM/YYYY", "2026-02-03"],
  ["11/21/2026", "MM/DD/YYYY", "2026-11-21"],
  ["2026-11-21", "DD/MM/YYYY", "2026-11-21"],
  ["31/02/2026", "DD/MM/YYYY", null],
  ["mañana", "DD/MM/YYYY", null],
])("%s read as %s is %s", (typed, format, day) => {
  expect(readDay(typed, format)).toBe(day);
});
