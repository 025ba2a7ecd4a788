/** How a locale types a day. */
export const DAY_FORMATS: Record<string, string> = {
  "en-US": "MM/DD/YYYY",
  "es-MX": "DD/MM/YYYY",
  "en-GB": "DD/MM/YYYY",
};

const DAY = 86_400_000;

function dayOf(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  if (at.getUTCFullYear() !== year || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return null;
  return at.toISOString().slice(0, 10);
}

/** Reads a typed day in the order of the format; two digits of year mean this century. */
export function readDay(typed: string, format: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed.trim());
  const parts = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{2}|\d{4})$/.exec(typed.trim());
  if (!iso && !parts) return null;
  const monthFirst = format.startsWith("MM");
  const year = Number(iso?.[1] ?? (parts?.[3]?.length === 2 ? `20${parts[3]}` : parts?.[3]));
  const month = Number(iso?.[2] ?? (monthFirst ? parts?.[1] : parts?.[2]));
  const day = Number(iso?.[3] ?? (monthFirst ? parts?.[2] : parts?.[1]));
  return dayOf(year, month, day);
}

export const later = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

export interface SpokenDays {
  format: string;
  /** The reader's own day. */
  today: string;
  /** Words and the days from today that they mean, folded: "hoy", "mañana". */
  words: Readonly<Record<string, number>>;
  /** From Sunday, folded. */
  weekdays: readonly string[];
}

/** Reads a day as people say it: `12/3`, `+7`, `mañana`, `viernes`. The year of a bare day is the nearest to come. */
export function readSpokenDay(typed: string, { format, today, words, weekdays }: SpokenDays): string | null {
  const text = typed.trim().toLowerCase();
  const written = readDay(text, format);
  if (written) return written;
  const ahead = /^\+(\d{1,3})$/.exec(text);
  if (ahead) return later(today, Number(ahead[1]));
  const word = Object.entries(words).find(([said]) => said === text);
  if (word) return later(today, word[1]);
  const weekday = text.length > 2 ? weekdays.findIndex((name) => name.startsWith(text)) : -1;
  if (weekday >= 0) {
    const from = new Date(`${today}T00:00:00Z`).getUTCDay();
    return later(today, (weekday - from + 7) % 7 || 7);
  }
  const bare = /^(\d{1,2})[/.\-\s](\d{1,2})$/.exec(text);
  if (!bare) return null;
  const [month, day] = format.startsWith("MM") ? [bare[1], bare[2]] : [bare[2], bare[1]];
  const year = Number(today.slice(0, 4));
  const found = dayOf(year, Number(month), Number(day));
  return found && found < later(today, -180) ? dayOf(year + 1, Number(month), Number(day)) : found;
}
