/** A rate as somebody types it, with a comma or a point; empty when it is none. */
export function readRate(typed: string): string {
  const plain = typed.trim().replace(",", ".");
  if (!/^\d{1,9}(\.\d{1,9})?$/.test(plain)) return "";
  return Number(plain) > 0 ? plain : "";
}
