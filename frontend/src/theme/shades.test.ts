import { expect, test } from "vitest";
import { contrast, READABLE, readable, toHex, toLch } from "@/lib/colour";
import { shadesOf } from "./shades";

const BRANDS = ["#006f4c", "#003087", "#b00020", "#6a1b9a", "#111111", "#5d5a57", "#8a4b00", "#00606e"];
const DARK_SURFACE = "#262421";

test.each(BRANDS)("%s becomes ten steps that can be read by day and by night", (brand) => {
  const shades = shadesOf(brand);

  expect(shades).toHaveLength(10);
  expect(shades[7]).toBe(brand);
  expect(contrast(shades[7] ?? "", "#ffffff")).toBeGreaterThanOrEqual(READABLE);
  expect(contrast(shades[4] ?? "", DARK_SURFACE)).toBeGreaterThanOrEqual(READABLE);
  const lightness = shades.map((shade) => toLch(shade).l);
  expect(lightness).toEqual([...lightness].sort((a, b) => b - a));
});

test.each(BRANDS)("%s survives the way to OKLCH and back", (brand) => {
  expect(toHex(toLch(brand))).toBe(brand);
});

test.each(["#ffe08a", "#62c197", "#ffffff", "#ff00ff"])("%s is darkened until white text can be read on it", (pale) => {
  const found = readable(pale);

  expect(contrast(found, "#ffffff")).toBeGreaterThanOrEqual(READABLE);
  expect(contrast(found, "#ffffff")).toBeLessThan(READABLE + 0.35);
});

test("contrast is WCAG's", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 1);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 1);
});
