export const KINDS = ["read", "write", "some"] as const;
export type Kind = (typeof KINDS)[number];

/** For how many days a key may live; the API allows a year. */
export const LIVES = [30, 90, 180, 365] as const;

/** The scopes that a wish comes to: whoever writes everything reads it too. */
export function scopesOf(kind: Kind, some: readonly string[]): string[] {
  if (kind === "read") return ["read"];
  return kind === "write" ? ["read", "write"] : [...some];
}

/** The scopes after one was ticked or cleared: to write takes to read, and without reading there is no writing. */
export function toggled(scopes: readonly string[], plural: string, verb: "read" | "write", isOn: boolean): string[] {
  const [read, write] = [`${plural}:read`, `${plural}:write`];
  const moved = isOn ? (verb === "write" ? [read, write] : [read]) : verb === "read" ? [read, write] : [write];
  const others = scopes.filter((scope) => !moved.includes(scope));
  return isOn ? [...others, ...moved] : others;
}
