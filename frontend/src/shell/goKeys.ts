import { fold } from "@/lib/locale";

/** Letters that lead to places which are no objects. */
export const HOME_KEY = "h";
export const IMPORTS_KEY = "i";
export const NOTIFICATIONS_KEY = "n";
export const SETTINGS_KEY = "s";
const TAKEN = [HOME_KEY, IMPORTS_KEY, NOTIFICATIONS_KEY, SETTINGS_KEY];

/** The letter after `g` for each name, in the reader's language: its first letter that is still free. */
export function goKeys(names: readonly string[]): (string | undefined)[] {
  const taken = new Set(TAKEN);
  return names.map((name) => {
    const free = [...fold(name)].find((letter) => /[a-z]/.test(letter) && !taken.has(letter));
    if (free) taken.add(free);
    return free;
  });
}
