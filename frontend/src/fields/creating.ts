/** A record made from within the input that needs it. The kit draws the form; the fields only wish for it. */
import type { FieldMeta, LinkRef, Values } from "@/api/types";
import { createStore } from "@/lib/store";

export interface InPlaceWish {
  id: number;
  plural: string;
  /** What had been typed before somebody saw that it is not there. */
  typed: string;
  made(ref: LinkRef): void;
}

/** The innermost last: a company made for a contact that is made for a deal. */
export const inPlaceWishes = createStore<readonly InPlaceWish[]>([]);

let made = 0;

export function createInPlace(wish: Omit<InPlaceWish, "id">): void {
  made += 1;
  inPlaceWishes.set([...inPlaceWishes.get(), { ...wish, id: made }]);
}

export function endInPlace(wish: InPlaceWish): void {
  inPlaceWishes.set(inPlaceWishes.get().filter((one) => one !== wish));
}

/** What was typed as the name of a new record: a person's in its parts. */
export function namedBy(nameField: FieldMeta | undefined, typed: string): Values {
  const text = typed.trim();
  if (!nameField || !text) return {};
  const [first, ...others] = nameField.parts ?? [];
  if (!first) return { [nameField.name]: text };
  const last = others.at(-1);
  const [given = "", ...family] = text.split(/\s+/);
  return last && family.length ? { [first]: given, [last]: family.join(" ") } : { [first]: text };
}
