/** Addresses become hashes before they leave the browser: what a firm was told to leave out, we are never told. */

const ADDRESS = /[^\s,;:"'<>()[\]|]+@[^\s,;:"'<>()[\]|@]+\.[^\s,;:"'<>()[\]|@.]{2,}/g;
const HASH = /\b[0-9a-f]{64}\b/gi;

export interface Found {
  addresses: string[];
  hashes: string[];
}

/** The domain as the wire carries it, as the server writes an address that it hashes itself. */
function spelled(address: string): string {
  const at = address.lastIndexOf("@");
  const domain = address.slice(at + 1);
  const ascii = /^\p{ASCII}*$/u.test(domain) ? domain : (URL.parse(`http://${domain}`)?.hostname ?? domain);
  return `${address.slice(0, at)}@${ascii}`.toLowerCase();
}

/** Every address, and every SHA-256 of one, in a text or a table: whatever stands around them does not matter. */
export function found(text: string): Found {
  const hashes = new Set((text.match(HASH) ?? []).map((one) => one.toLowerCase()));
  const addresses = new Set((text.match(ADDRESS) ?? []).map((one) => spelled(one.replace(/^mailto:|\.$/gi, ""))));
  return { addresses: [...addresses], hashes: [...hashes] };
}

async function hashOf(address: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(address));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** All of it as hashes, each once. */
export async function hashed({ addresses, hashes }: Found): Promise<string[]> {
  return [...new Set([...hashes, ...(await Promise.all(addresses.map(hashOf)))])];
}
