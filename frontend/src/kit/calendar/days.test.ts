import { expect, test } from "vitest";
import { addMonths, instantAt, movedTo, placeOf, weekOf, weeksOf } from "./days";

const MADRID = "Europe/Madrid";

test("a month is shown in whole weeks, from Monday or from Sunday", () => {
  const november = weeksOf("2026-11-22", 1);

  expect(november).toHaveLength(6);
  expect([november[0]?.[0], november.at(-1)?.[6]]).toEqual(["2026-10-26", "2026-12-06"]);
  expect(weeksOf("2026-02-10", 0)).toHaveLength(4);
  expect(weekOf("2026-11-22", 0)[0]).toBe("2026-11-22");
});

test("a month after the thirty-first is the last day of the next", () => {
  expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
  expect(addMonths("2026-01-31", -1)).toBe("2025-12-31");
});

test("a time of a day is an instant by the offset of that day", () => {
  expect(instantAt("2026-07-01", "09:00:00", MADRID)).toBe("2026-07-01T07:00:00Z");
  expect(instantAt("2026-12-01", "09:00:00", MADRID)).toBe("2026-12-01T08:00:00Z");
});

test("a record lies on its reader's day", () => {
  expect(placeOf("2026-11-21", MADRID)).toEqual({ day: "2026-11-21", time: "" });
  expect(placeOf("2026-11-21T23:30:00Z", MADRID)).toEqual({ day: "2026-11-22", time: "00:30" });
  expect(placeOf({ local: "2026-11-21T09:00:00", time_zone: MADRID }, MADRID)).toEqual({
    day: "2026-11-21",
    time: "09:00",
  });
  expect(placeOf(null, MADRID)).toBeUndefined();
});

test("a moved record keeps its time of day, also into another season", () => {
  expect(movedTo("2026-10-20T07:00:00Z", "2026-10-27", MADRID)).toBe("2026-10-27T08:00:00Z");
  expect(movedTo("2026-10-20", "2026-10-27", MADRID)).toBe("2026-10-27");
  const zoned = { local: "2026-10-20T22:00:00", time_zone: "America/Bogota", utc: "2026-10-21T03:00:00Z" };
  expect(movedTo(zoned, "2026-10-22", MADRID)).toEqual({ local: "2026-10-21T22:00:00", time_zone: "America/Bogota" });
});
