import { createStore } from "@/lib/store";

/** Counts the wishes to open the palette, because its code may come a moment after the first. */
export const paletteWishes = createStore(0);

const PATIENCE = 4_000;
let typed = "";
let isCatching = false;
let patience: ReturnType<typeof setTimeout>;

/** What is typed before the palette can listen is kept for it, letter by letter. */
function keep(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") stop();
  else if (event.key.length === 1) typed += event.key;
  else if (event.key === "Backspace") typed = typed.slice(0, -1);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function stop(): void {
  isCatching = false;
  clearTimeout(patience);
  window.removeEventListener("keydown", keep, true);
}

/** Opens the palette, with some words in it; from this moment no letter is lost. */
export function openPalette(query = ""): void {
  typed = query;
  if (!isCatching) {
    isCatching = true;
    window.addEventListener("keydown", keep, true);
    patience = setTimeout(stop, PATIENCE);
  }
  paletteWishes.set(paletteWishes.get() + 1);
}

/** Hands over what was typed meanwhile; the palette listens for itself from here. */
export function takeTyped(): string {
  stop();
  const taken = typed;
  typed = "";
  return taken;
}
