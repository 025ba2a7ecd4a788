/**
 * What somebody has begun to write and not saved, kept by the browser until it is saved or thrown away. It outlives a
 * reload, a lost session and a closed window; signing out forgets it. Where there is no IndexedDB it lives as long as
 * the page.
 */
export interface Draft {
  /** Only what differs from what the form began with. */
  values: Record<string, unknown>;
  /** When it was last written, in milliseconds. */
  at: number;
}

const NAME = "tendero-drafts";
const STORE = "drafts";
const LIVES = 30 * 86_400_000;
const memory = new Map<string, Draft>();

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

let opening: Promise<IDBDatabase> | null = null;
function database(): Promise<IDBDatabase> {
  opening ??= (() => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    return answered(request);
  })();
  return opening;
}

async function store(mode: IDBTransactionMode): Promise<IDBObjectStore | null> {
  if (!("indexedDB" in globalThis)) return null;
  return database().then(
    (open) => open.transaction(STORE, mode).objectStore(STORE),
    () => null,
  );
}

export async function readDraft(key: string): Promise<Draft | undefined> {
  const drafts = await store("readonly");
  const found: Draft | undefined = drafts ? await answered(drafts.get(key)) : memory.get(key);
  return found && found.at > Date.now() - LIVES ? found : undefined;
}

export async function keepDraft(key: string, draft: Draft): Promise<void> {
  const drafts = await store("readwrite");
  if (drafts) await answered(drafts.put(draft, key));
  else memory.set(key, draft);
}

export async function dropDraft(key: string): Promise<void> {
  const drafts = await store("readwrite");
  if (drafts) await answered(drafts.delete(key));
  memory.delete(key);
}

export async function dropDrafts(): Promise<void> {
  const drafts = await store("readwrite");
  if (drafts) await answered(drafts.clear());
  memory.clear();
}
