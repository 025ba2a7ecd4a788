/** How a locale types a day. */
export const DAY_FORMATS: Record<string, string> = {
  "en-US": "MM/DD/YYYY",
  "es-MX": "DD/MM/YYYY",
  "en-GB": "DD/MM/YYYY",
};

/** Reads a typed day in the order of the format; two digits of year mean this century. */
export function readDay(typed: string, format: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed.trim());
  const parts = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{2}|\d{4})$/.exec(typed.trim());
  if (!iso && !parts) return null;
  const monthFirst = format.startsWith("MM");
  const year = Number(iso?.[1] ?? (parts?.[3]?.length === 2 ? `20${parts[3]}` : parts?.[3]));
  const month = Number(iso?.[2] ?? (monthFirst ? parts?.[1] : parts?.[2]));
  const day = Number(iso?.[3] ?? (monthFirst ? parts?.[2] : parts?.[1]));
  const at = new Date(Date.UTC(year, month - 1, day));
  if (at.getUTCFullYear() !== year || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return null;
  return at.toISOString().slice(0, 10);
}
