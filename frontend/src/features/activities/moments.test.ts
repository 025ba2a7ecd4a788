import { expect, test } from "vitest";
import { momentOf, wallAhead } from "./moments";

const MADRID = "Europe/Madrid";

test.each([
  [1, "2026-11-22T10:41:00Z", "2026-11-23T09:00"],
  [7, "2026-11-22T23:30:00Z", "2026-11-30T09:00"],
  [0, "2026-11-22T10:41:00Z", "2026-11-22T13:00"],
  [0, "2026-11-22T21:10:00Z", "2026-11-22T23:00"],
])("%i days ahead of %s is %s on the wall", (days, now, wall) => {
  expect(wallAhead(days, new Date(now), MADRID)).toBe(wall);
});

test("a moment keeps its zone where the field does", () => {
  const now = new Date("2026-11-22T10:41:09.120Z");
  const field = { name: "at", type: "date_time", label: { es: "", en: "" } } as const;

  expect(momentOf(field, now, MADRID)).toBe("2026-11-22T10:41:09Z");
  expect(momentOf({ ...field, zoned: true }, now, MADRID)).toEqual({ local: "2026-11-22T11:41:00", time_zone: MADRID });
});
