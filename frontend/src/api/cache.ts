/** What a write does to the lists and records that are already on screen, before the server has answered. */
import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import { keys } from "./keys";
import type { RecordPage } from "./recordPages";
import type { Page, RecordRow } from "./types";

type Cached = RecordRow | InfiniteData<RecordPage> | Page<RecordRow> | undefined;

function isPages(data: object): data is InfiniteData<RecordPage> {
  return "pages" in data && Array.isArray(data.pages);
}

function isPage(data: object): data is Page<RecordRow> {
  return "items" in data && Array.isArray(data.items);
}

/** A record has a version; what is told about one, such as a card, bears its id alone. */
function isRecord(data: object): data is RecordRow {
  return "id" in data && "version" in data;
}

/** What becomes of a record; null takes it out of lists. */
type Change = ((record: RecordRow) => RecordRow) | null;

function changedPage(page: RecordPage, id: string, change: Change): RecordPage {
  if (page.gone)
    return !change && page.gone.includes(id) ? { ...page, gone: page.gone.filter((one) => one !== id) } : page;
  if (!page.items.some((item) => item.id === id)) return page;
  if (!change) return { ...page, items: page.items.filter((item) => item.id !== id) };
  return { ...page, items: page.items.map((item) => (item.id === id ? change(item) : item)) };
}

function changed(data: Cached, id: string, change: Change): Cached {
  if (!data) return data;
  if (isPages(data)) return { ...data, pages: data.pages.map((page) => changedPage(page, id, change)) };
  if (isPage(data)) return changedPage(data, id, change);
  return change && isRecord(data) && data.id === id ? change(data) : data;
}

/** Changes a record wherever it is cached. */
export function changeCached(client: QueryClient, id: string, change: Change): void {
  client.setQueriesData<Cached>({ queryKey: ["records"] }, (data) => changed(data, id, change));
}

/** Puts a new record first in the lists that show everything in order of change. */
export function addCached(client: QueryClient, plural: string, record: RecordRow): void {
  for (const query of client.getQueryCache().findAll({ queryKey: keys.lists(plural) })) {
    const asked = query.queryKey[3] as { q?: string; filter?: unknown; sort?: string } | undefined;
    if (asked?.q || asked?.filter || (asked?.sort && asked.sort !== "-updated_at")) continue;
    client.setQueryData<InfiniteData<Page<RecordRow>>>(query.queryKey, (data) => {
      const [first, ...rest] = data?.pages ?? [];
      return data && first ? { ...data, pages: [{ ...first, items: [record, ...first.items] }, ...rest] } : data;
    });
  }
}

export type Snapshot = [readonly unknown[], unknown][];

export function snapshot(client: QueryClient): Snapshot {
  return client.getQueriesData({ queryKey: ["records"] }) as Snapshot;
}

export function rollBack(client: QueryClient, taken: Snapshot | undefined): void {
  for (const [key, data] of taken ?? []) client.setQueryData(key, data);
}

/** Counters, search and timelines follow the stream by a moment; under load by a few. */
const STREAM_LAG = [1_200, 5_000];
const FOLLOWING = new Set<unknown>(["timeline", "related", "totals", "next", "calendar"]);

export function refreshSoon(client: QueryClient, plural: string): void {
  client.invalidateQueries({ queryKey: keys.lists(plural), refetchType: "none" });
  for (const lag of STREAM_LAG)
    setTimeout(() => {
      client.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] === "records" && FOLLOWING.has(queryKey[2]),
      });
    }, lag);
}
