import { createStore } from "@/lib/store";

/** Counts the wishes to open the palette, because its code may come a moment after the first. */
export const paletteWishes = createStore(0);

export const openPalette = () => paletteWishes.set(paletteWishes.get() + 1);
