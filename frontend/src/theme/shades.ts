import type { MantineColorsTuple } from "@mantine/core";
import { toHex, toLch } from "@/lib/colour";

/** How light the steps above the brand's own are, as in our own green; step 4 is what text and buttons wear in the dark. */
const LIGHT = [0.977, 0.948, 0.893, 0.818, 0.745, 0.655];
const CHROMA = [0.14, 0.26, 0.48, 0.72, 0.9, 1];

/** A company's colour as ten steps: its own colour is the seventh, on which white text was found readable. */
export function shadesOf(hex: string): MantineColorsTuple {
  const brand = toLch(hex);
  const at = (l: number, c: number) => toHex({ ...brand, l, c: brand.c * c });
  const light = LIGHT.map((l, step) => at(l, CHROMA[step] ?? 1));
  const below = [(0.655 + brand.l) / 2, brand.l, brand.l * 0.82, brand.l * 0.62].map((l, step) =>
    step === 1 ? hex : at(l, step === 3 ? 0.8 : 1),
  );
  return [...light, ...below] as unknown as MantineColorsTuple;
}

/** Our own green, which a company wears until it has a colour of its own. */
export const HOUSE_BRAND = "#006f4c";

/** Colours to begin with, on each of which white can be read. */
export const BRANDS = [
  { name: "green", color: HOUSE_BRAND },
  { name: "teal", color: "#00697a" },
  { name: "blue", color: "#1d4fa8" },
  { name: "violet", color: "#5b3fa6" },
  { name: "magenta", color: "#96256f" },
  { name: "red", color: "#a8281f" },
  { name: "orange", color: "#99460a" },
  { name: "ink", color: "#3d3a36" },
] as const;
