/** Minutes as people say them. */
export function readMinutes(typed: string): number | null {
  const text = typed.trim().toLowerCase().replace(",", ".");
  const clock = /^(\d{1,4}):([0-5]\d)$/.exec(text);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const bare = /^\d+(\.\d+)?\s*(m|min|mins|minutos?|minutes?)?\.?$/.exec(text);
  if (bare) return Math.round(Number.parseFloat(text));
  const said =
    /^(\d+(?:\.\d+)?)\s*(?:h|hs|hr|hrs|horas?|hours?)\.?\s*(?:y\s*|and\s*)?(?:(\d{1,2})\s*(?:m|min|minutos?|minutes?)?\.?)?$/.exec(
      text,
    );
  return said ? Math.round(Number(said[1]) * 60) + Number(said[2] ?? 0) : null;
}

/** "1 h 30 min"; whole days stay hours, because a working day has no agreed length. */
export function formatMinutes(minutes: number, formatted: (value: number) => string): string {
  const whole = Math.round(Math.abs(minutes));
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  const parts = [hours ? `${formatted(hours)} h` : "", rest || !hours ? `${rest} min` : ""].filter(Boolean);
  return `${minutes < 0 ? "-" : ""}${parts.join(" ")}`;
}
