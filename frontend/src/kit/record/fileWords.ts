import {
  IconFile,
  IconFileSpreadsheet,
  IconFileText,
  IconFileZip,
  IconPhoto,
  type IconProps,
} from "@tabler/icons-react";
import type { ComponentType } from "react";

const STEP = 1_000;
const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** "1,2 MB", as the reader writes numbers. */
export function sizeText(bytes: number, locale: string): string {
  let size = bytes;
  let unit = 0;
  while (size >= STEP && unit < UNITS.length - 1) {
    size /= STEP;
    unit += 1;
  }
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: UNITS[unit] ?? "byte",
    unitDisplay: "short",
    maximumFractionDigits: unit && size < 10 ? 1 : 0,
  }).format(size);
}

const ICONS: readonly [RegExp, ComponentType<IconProps>][] = [
  [/^image\//, IconPhoto],
  [/zip/, IconFileZip],
  [/sheet|excel|csv/, IconFileSpreadsheet],
  [/pdf|text|word|document/, IconFileText],
];

export function fileIcon(type: string): ComponentType<IconProps> {
  return ICONS.find(([pattern]) => pattern.test(type))?.[1] ?? IconFile;
}
