import type { Values } from "@/api/types";
import { createStore } from "@/lib/store";

export interface CreateWish {
  plural: string;
  given?: Values;
  /** Stay on the page, as when a related record is added. */
  stay?: boolean;
}

export const createWishes = createStore<CreateWish | null>(null);

/** Opens the form of a new record from anywhere. */
export const openCreate = (wish: CreateWish) => createWishes.set(wish);
