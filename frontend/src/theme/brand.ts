/** The company's colour in place of ours. The last one worn is remembered, so that the first paint wears it already. */
import type { MantineColorsTuple, MantineThemeOverride } from "@mantine/core";
import { useMemo } from "react";
import { createStore, useStore } from "@/lib/store";
import { theme } from "./theme";

const KEY = "tendero-brand";

interface Worn {
  color: string;
  shades: MantineColorsTuple;
}

function remembered(): Worn | null {
  try {
    const worn = JSON.parse(localStorage.getItem(KEY) ?? "null") as Worn | null;
    return worn && worn.shades.length === 10 && worn.shades.every((one) => /^#[0-9a-f]{6}$/.test(one)) ? worn : null;
  } catch {
    return null;
  }
}

const worn = createStore<Worn | null>(remembered());

/** Wears a company's colour from now on, or ours again. */
export async function wearBrand(color: string | null): Promise<void> {
  if (color === (worn.get()?.color ?? null)) return;
  if (color === null) {
    localStorage.removeItem(KEY);
    worn.set(null);
    return;
  }
  const { shadesOf } = await import("./shades");
  const next = { color, shades: shadesOf(color) };
  localStorage.setItem(KEY, JSON.stringify(next));
  worn.set(next);
}

/** The theme with the company's colour where ours would be. */
export function useBrandedTheme(): MantineThemeOverride {
  const brand = useStore(worn);
  return useMemo(() => (brand ? { ...theme, colors: { ...theme.colors, albahaca: brand.shades } } : theme), [brand]);
}
