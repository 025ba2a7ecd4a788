/** What things are called: a label in two languages, and the name that programs use. */
import type { Label } from "@/api/types";

const PREFIX = "c_";
const LONGEST = 40;

export const NO_LABEL: Label = { es: "", en: "" };

/** The name for programs that a label suggests, unlike those that are taken. */
export function nameFrom(text: string, taken: readonly string[] = []): string {
  const words = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const base = `${PREFIX}${(words ?? ["x"]).join("_")}`.slice(0, LONGEST).replace(/_+$/, "");
  if (!taken.includes(base)) return base;
  for (let n = 2; ; n++) {
    const name = `${base.slice(0, LONGEST - 4)}_${n}`;
    if (!taken.includes(name)) return name;
  }
}

/** A label with both languages: what was said in one stands for the other until that is said too. */
export function whole({ es, en }: Label): Label {
  return { es: (es || en).trim(), en: (en || es).trim() };
}

export function isBlank({ es, en }: Label): boolean {
  return !es.trim() && !en.trim();
}
