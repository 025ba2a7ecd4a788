/**
 * The service worker: what was last seen can be read without a network. The network is always asked first; an answer is
 * taken from here only when there is none. Files with a hash in their name never change, so they are taken from here at
 * once; style sheets are few and small, so that all of them are kept, also those of pages that nobody has opened here.
 * Nothing is written later: a change without a network is refused where it is made, and kept in its form.
 * Signing out forgets every answer.
 */
import { ANSWERS, ASSETS, addressOf, isKept, KEPT_AT, keepEach, type Word } from "./kept";

/** The address of every style sheet; `tools/sheets.mjs` writes the list here. */
declare const SHEETS_OF_THE_BUILD: string[];

interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Told extends Extendable {
  readonly data: Word;
}
interface Worker {
  addEventListener(kind: "install" | "activate", listener: (event: Extendable) => void): void;
  addEventListener(kind: "fetch", listener: (event: Fetching) => void): void;
  addEventListener(kind: "message", listener: (event: Told) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  readonly location: Location;
}

const worker = globalThis as unknown as Worker;
const ENTRY = "/index.html";
const MOST_ANSWERS = 300;
/** Twice as many as a build has, so that a new one does not push out what it still uses. */
const MOST_ASSETS = 1000;
/** Answers that were asked for before somebody signed out belong to nobody. */
let reader = 0;

async function keep(cacheName: string, address: string, answer: Response, most: number): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.delete(address);
  await cache.put(address, answer);
  const held = await cache.keys();
  await Promise.all(held.slice(0, Math.max(0, held.length - most)).map((old) => cache.delete(old)));
}

function stamped(answer: Response): Response {
  const headers = new Headers(answer.headers);
  headers.set(KEPT_AT, new Date().toISOString());
  return new Response(answer.body, { status: answer.status, headers });
}

async function kept(cacheName: string, address: string, problem: unknown): Promise<Response> {
  const found = await (await caches.open(cacheName)).match(address);
  if (found) return found;
  throw problem;
}

async function answered(event: Fetching): Promise<Response> {
  const { request } = event;
  const asked = request.method === "GET" ? "" : await request.clone().text();
  const address = await addressOf(request.url, request.method, asked);
  const whose = reader;
  try {
    const answer = await fetch(request);
    if (answer.ok) {
      const copy = stamped(answer.clone());
      event.waitUntil(whose === reader ? keep(ANSWERS, address, copy, MOST_ANSWERS) : Promise.resolve());
    }
    return answer;
  } catch (problem) {
    return kept(ANSWERS, address, problem);
  }
}

async function opened(event: Fetching): Promise<Response> {
  try {
    const page = await fetch(event.request);
    if (page.ok) event.waitUntil(keep(ASSETS, ENTRY, page.clone(), MOST_ASSETS));
    return page;
  } catch (problem) {
    return kept(ASSETS, ENTRY, problem);
  }
}

async function asset(event: Fetching): Promise<Response> {
  const { url } = event.request;
  const found = await (await caches.open(ASSETS)).match(url);
  if (found) return found;
  const answer = await fetch(event.request);
  if (answer.ok) event.waitUntil(keep(ASSETS, url, answer.clone(), MOST_ASSETS));
  return answer;
}

/** The page came before its worker: what it has loaded until then is fetched again, from the browser's own cache. */
async function keepAssets(loaded: string[]): Promise<void> {
  await keepEach(await caches.open(ASSETS), [ENTRY, ...loaded, ...SHEETS_OF_THE_BUILD]);
}

worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener("message", (event) => {
  if ("keep" in event.data) event.waitUntil(keepAssets(event.data.keep));
  else {
    reader += 1;
    event.waitUntil(caches.delete(ANSWERS));
  }
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== worker.location.origin) return;
  if (request.mode === "navigate") {
    if (!pathname.startsWith("/v1/") && !pathname.startsWith("/_")) event.respondWith(opened(event));
  } else if (pathname.startsWith("/assets/")) event.respondWith(asset(event));
  else if (isKept(request.method, pathname, request.headers)) event.respondWith(answered(event));
});
