import { expect, test } from "vitest";
import { readRate } from "./rates";

test.each([
  ["0,92", "0.92"],
  [" 18.5 ", "18.5"],
  ["1250", "1250"],
  ["0", ""],
  ["1.250,50", ""],
  ["-3", ""],
  ["", ""],
])("%j is the rate %j", (typed, expected) => {
  expect(readRate(typed)).toBe(expected);
});
