/** What the service worker and the page agree on, and which answers may be read again without a network. */

/** A type, so that the page takes nothing from here: the worker must be one file without imports. */
export type AnswersName = "tendero-answers";
export const ANSWERS: AnswersName = "tendero-answers";
export const ASSETS = "tendero-assets";
/** On an answer that was kept: when the server gave it. */
export const KEPT_AT = "X-Tendero-Kept";

/** What the page tells its service worker. */
export type Word = { keep: string[] } | { forget: true };

/** What people read; accounts, keys, files, exports and logs are not among it. */
const READ =
  /^\/v1\/(me|tenant|objects|users|teams|roles|tags|views|favourites|recent|notifications|currencies|onboarding|sample-data|records)(\/|$)/;
const NOT_READ = /\/(download|preview|export|mfa|sessions|versions)(\/|$)/;
/** Questions that are asked by POST because they are long. */
const QUESTION = /^\/v1\/records\/[^/]+\/(query|groups)$/;
/** The header of somebody who looks with the eyes of another. */
export const SEEN_AS = "Tendero-See-As";

export function isKept(method: string, path: string, headers: Headers): boolean {
  if (headers.has(SEEN_AS) || !READ.test(path) || NOT_READ.test(path)) return false;
  return method === "GET" || (method === "POST" && QUESTION.test(path));
}

/** An address for a question: the cache knows only GET. */
export async function addressOf(url: string, method: string, asked: string): Promise<string> {
  if (method === "GET") return url;
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(asked));
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${url}?asked=${hex}`;
}

/**
 * Keeps what is not kept yet, one after another and behind whatever the page asks for: nobody waits for it. What cannot
 * be had now is left to the next time.
 */
export async function keepEach(cache: Pick<Cache, "match" | "add">, addresses: readonly string[]): Promise<void> {
  for (const address of addresses)
    if (!(await cache.match(address)))
      await cache.add(new Request(address, { priority: "low" })).catch(() => undefined);
}
