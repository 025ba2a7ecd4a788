import { createStore, useStore } from "@/lib/store";

export type Density = "cosy" | "compact";

const KEPT = "tendero-density";
const read = (): Density => (localStorage.getItem(KEPT) === "compact" ? "compact" : "cosy");

/** How tightly this screen is set: a choice of the device, like its light. */
export const density = createStore<Density>(read());

export function setDensity(next: Density): void {
  localStorage.setItem(KEPT, next);
  document.documentElement.dataset.density = next;
  density.set(next);
}

/** Styles read `[data-density="compact"]` on the root; a list that counts its rows reads `ROW_HEIGHT`. */
export function startDensity(): void {
  document.documentElement.dataset.density = density.get();
}

export const ROW_HEIGHT: Record<Density, number> = { cosy: 40, compact: 32 };

export const useDensity = () => useStore(density);
