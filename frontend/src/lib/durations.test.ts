import { expect, test } from "vitest";
import { formatMinutes, readMinutes } from "./durations";

test.each([
  ["45", 45],
  ["45 min", 45],
  ["1:30", 90],
  ["1h30", 90],
  ["1 h 30 min", 90],
  ["1,5h", 90],
  ["2 horas", 120],
  ["un rato", null],
])("%s is %s minutes", (typed, minutes) => {
  expect(readMinutes(typed)).toBe(minutes);
});

test("minutes are told in hours where there are any", () => {
  expect([0, 45, 90, 120, 2357].map((minutes) => formatMinutes(minutes, String))).toEqual([
    "0 min",
    "45 min",
    "1 h 30 min",
    "2 h",
    "39 h 17 min",
  ]);
});
