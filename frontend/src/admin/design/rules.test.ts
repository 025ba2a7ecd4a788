import { expect, test } from "vitest";
import { finished } from "./rules";

test("a condition that nobody finished is not asked", () => {
  expect(finished({ field: "stage", op: "in", value: ["", "won"] })).toEqual({
    field: "stage",
    op: "in",
    value: ["won"],
  });
  expect(finished({ field: "stage", op: "in", value: [] })).toBeNull();
  expect(finished({ field: "amount", op: "gte", value: null })).toBeNull();
});

test("one condition that is left needs no group, and none is no rule", () => {
  const whole = { field: "stage", op: "not_empty" };

  expect(finished({ any: [whole, { field: "amount", op: "gt" }] })).toEqual(whole);
  expect(finished({ all: [whole, whole] })).toEqual({ all: [whole, whole] });
  expect(finished({ all: [] })).toBeNull();
});
