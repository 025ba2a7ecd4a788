import { expect, test } from "vitest";
import { clockOf, copied, DAYS, type Hours, shiftAfter, wrongShifts } from "./hours";

const MORNING = { from: "09:00", to: "14:00" };
const AFTERNOON = { from: "16:00", to: "19:00" };

test("a second shift begins after a pause and stays within the day", () => {
  expect(shiftAfter(undefined)).toEqual({ from: "09:00", to: "18:00" });
  expect(shiftAfter(MORNING)).toEqual({ from: "16:00", to: "19:00" });
  expect(shiftAfter({ from: "20:00", to: "23:00" })).toEqual({ from: "23:59", to: "23:59" });
});

test.each([
  ["9", "09:00"],
  ["18", "18:00"],
  ["930", "09:30"],
  ["0900", "09:00"],
  ["9:30", "09:30"],
  ["18.15", "18:15"],
  ["24", "24"],
  ["9:75", "9:75"],
  ["midi", "midi"],
  ["", ""],
])("%s is read as %s", (typed, read) => {
  expect(clockOf(typed)).toBe(read);
});

test.each([
  [[], []],
  [[{ from: "9", to: "14:00" }], [0]],
  [[MORNING, AFTERNOON], []],
  [[{ from: "14:00", to: "09:00" }], [0]],
  [[{ from: "09:00", to: "09:00" }], [0]],
  [[MORNING, { from: "13:00", to: "19:00" }], [1]],
  [[{ from: "", to: "09:00" }], [0]],
])("%j has wrong shifts at %j", (shifts, wrong) => {
  expect(wrongShifts(shifts)).toEqual(wrong);
});

test("Monday's hours go to the other workdays and leave the weekend alone", () => {
  const hours = { ...Object.fromEntries(DAYS.map((day) => [day, []])), mon: [MORNING, AFTERNOON] } as unknown as Hours;

  const after = copied(hours);

  expect(after.fri).toEqual([MORNING, AFTERNOON]);
  expect(after.sat).toEqual([]);
  expect(after.fri[0]).not.toBe(after.mon[0]);
});
