import { expect, test } from "vitest";
import { qrCode } from "./qr";

const drawn = (text: string) => qrCode(text).map((row) => row.map((isDark) => (isDark ? "1" : "0")).join(""));

/** Read back by a scanner when it was written down here. */
const OF_A = [
  "111111101011101111111",
  "100000100011001000001",
  "101110101101001011101",
  "101110101100101011101",
  "101110101001001011101",
  "100000100111101000001",
  "111111101010101111111",
];

test("a code is what a scanner has read", () => {
  expect(drawn("a").slice(0, 7)).toEqual(OF_A);
});

test.each([
  [17, 21],
  [18, 25],
  [78, 33],
  [134, 41],
  [271, 57],
])("%i bytes fit into %i squares or fewer", (bytes, size) => {
  expect(drawn("x".repeat(bytes)).length).toBeLessThanOrEqual(size);
});

test("what is too long is refused rather than cut", () => {
  expect(() => qrCode("x".repeat(272))).toThrow(RangeError);
});
