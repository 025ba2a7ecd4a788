import { expect, test } from "vitest";
import { readDay, readSpokenDay } from "./days";

/** A Sunday. */
const TODAY = "2026-11-22";
const SPANISH = {
  format: "DD/MM/YYYY",
  today: TODAY,
  words: { hoy: 0, mañana: 1, ayer: -1 },
  weekdays: ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"],
};

test.each([
  ["3/12/26", "2026-12-03"],
  ["03.12.2026", "2026-12-03"],
  ["2026-12-03", "2026-12-03"],
  ["Hoy", "2026-11-22"],
  ["mañana", "2026-11-23"],
  ["+10", "2026-12-02"],
  ["vie", "2026-11-27"],
  ["domingo", "2026-11-29"],
  ["3/12", "2026-12-03"],
  ["15/1", "2027-01-15"],
  ["31/2/2026", null],
  ["cuando pueda", null],
])("%s is the day %s", (typed, day) => {
  expect(readSpokenDay(typed, SPANISH)).toBe(day);
});

test("an American types the month first", () => {
  expect(readDay("12/3/2026", "MM/DD/YYYY")).toBe("2026-12-03");
});
