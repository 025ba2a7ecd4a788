import type { Values } from "@/api/types";
import { createStore } from "@/lib/store";

export interface CreateWish {
  plural: string;
  given?: Values;
  /** Stay on the page, as when a related record is added. */
  stay?: boolean;
}

export const createWishes = createStore<CreateWish | null>(null);

const pages = new Map<string, () => void>();

/** Lets records of an object begin on a page of their own instead of in the form. */
export function registerCreatePage(plural: string, open: () => void): void {
  pages.set(plural, open);
}

/** Opens the form of a new record from anywhere, or the page on which such records begin. */
export function openCreate(wish: CreateWish): void {
  const page = wish.stay || wish.given ? undefined : pages.get(wish.plural);
  if (page) page();
  else createWishes.set(wish);
}
