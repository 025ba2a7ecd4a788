/** The records before and after one, in the list from which it was opened. The list itself stays in the cache. */
import { type QueryClient, type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { keys } from "@/api/keys";
import { bringPage } from "@/api/longRecords";
import { idsOf, type RecordPages, startOf } from "@/api/recordPages";
import type { RecordQuery } from "@/api/types";
import { lastList } from "@/kit/list/lastList";

interface Place {
  key: QueryKey;
  ids: string[];
  at: number;
  next: string | null;
}

function placeIn(client: QueryClient, key: QueryKey, id: string): Place | null {
  const pages = client.getQueryData<RecordPages>(key)?.pages;
  if (!pages || !Array.isArray(pages)) return null;
  const ids = pages.flatMap(idsOf);
  const at = ids.indexOf(id);
  return at < 0 ? null : { key, ids, at, next: pages.at(-1)?.next_cursor ?? null };
}

/** Where a record stands: in the list that was seen last, else in the one that was read last. */
export function placeOf(client: QueryClient, plural: string, id: string): Place | null {
  const last = lastList(plural);
  const seen = last ? placeIn(client, keys.list(plural, last), id) : null;
  if (seen) return seen;
  const lists = client
    .getQueryCache()
    .findAll({ queryKey: keys.lists(plural) })
    .toSorted((one, other) => other.state.dataUpdatedAt - one.state.dataUpdatedAt);
  for (const { queryKey } of lists) {
    const place = placeIn(client, queryKey, id);
    if (place) return place;
  }
  return null;
}

/** Reads the next page of a cached list, and returns the first record in it. */
async function further(client: QueryClient, plural: string, { key }: Place): Promise<string | undefined> {
  // A page may be empty and still have a next one.
  for (let turn = 0; turn < 10; turn += 1) {
    const data = client.getQueryData<RecordPages>(key);
    const start = data && startOf(data, data.pages.length);
    if (!start) return undefined;
    await bringPage(client, plural, key[3] as RecordQuery, start);
    const page = client.getQueryData<RecordPages>(key)?.pages[start.at];
    const [first] = page ? idsOf(page) : [];
    if (first) return first;
  }
  return undefined;
}

export interface Neighbours {
  /** From one on; with `of`, and "+" where the list goes on. */
  at: number;
  of: number;
  goesOn: boolean;
  previous: string | undefined;
  hasNext: boolean;
  findNext(): Promise<string | undefined>;
}

export function useNeighbours(plural: string, id: string): Neighbours | null {
  const client = useQueryClient();
  const place = useMemo(() => placeOf(client, plural, id), [client, plural, id]);
  const findNext = useCallback(async () => {
    if (!place) return undefined;
    return place.ids[place.at + 1] ?? (place.next ? further(client, plural, place) : undefined);
  }, [client, plural, place]);
  if (!place) return null;
  return {
    at: place.at + 1,
    of: place.ids.length,
    goesOn: Boolean(place.next),
    previous: place.ids[place.at - 1],
    hasNext: place.at + 1 < place.ids.length || Boolean(place.next),
    findNext,
  };
}
