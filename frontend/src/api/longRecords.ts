import { hashKey, type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";
import { keys } from "./keys";
import { ApiProblem } from "./problems";
import { letGo, type PageStart, pageToRead, placed, type RecordPages, rowsOf, startOf } from "./recordPages";
import { readPage, useRecords } from "./records";
import type { RecordQuery } from "./types";

const AGAIN_AFTER = 5_000;
const REFUSED = new Set([400, 422]);

/** Changes the pages of a list without pretending that the server has just been asked for all of it; false if nothing did. */
function change(client: QueryClient, key: readonly unknown[], to: (data: RecordPages) => RecordPages): boolean {
  const state = client.getQueryState<RecordPages>(key);
  const next = state?.data && to(state.data);
  if (!next || next === state.data) return false;
  client.setQueryData<RecordPages>(key, next, { updatedAt: state.dataUpdatedAt });
  if (state.isInvalidated) client.invalidateQueries({ queryKey: key, exact: true, refetchType: "none" });
  return true;
}

/**
 * Reads one page into a list; false when the list has changed meanwhile and the page has no place in it. A cursor that
 * the server no longer takes begins the list anew.
 */
export async function bringPage(
  client: QueryClient,
  plural: string,
  query: RecordQuery,
  start: PageStart,
): Promise<boolean> {
  const key = keys.list(plural, query);
  try {
    const page = await client.fetchQuery({
      queryKey: ["page", plural, query, start.cursor],
      queryFn: ({ signal }) => readPage(plural, query, start.cursor, signal),
      gcTime: 0,
    });
    return change(client, key, (data) => placed(data, start, page));
  } catch (problem) {
    if (problem instanceof ApiProblem && REFUSED.has(problem.status))
      await client.resetQueries({ queryKey: key, exact: true });
    throw problem;
  }
}

/**
 * A list however long it is: told which rows are in sight, it brings the pages that are missing there, one at a time, and
 * lets go of those far away.
 */
export function useLongRecords(plural: string, query: RecordQuery) {
  const client = useQueryClient();
  const list = useRecords(plural, query);
  const { data, isFetching } = list;
  const rows = useMemo(() => rowsOf(data?.pages ?? []), [data]);
  const latest = useRef(query);
  latest.current = query;
  const name = hashKey(keys.list(plural, query));
  const reading = useRef(new Set<string>());
  const quietUntil = useRef(0);
  const [turn, setTurn] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn looks again for a page that did not come
  const see = useCallback(
    (first: number, end: number, kept?: number) => {
      const asked = latest.current;
      const key = keys.list(plural, asked);
      // What is being read anew as a whole is not changed under its feet, nor what has changed since it was drawn.
      if (!data || isFetching || client.getQueryData(key) !== data) return;
      // Without a network nothing could be read again.
      if (navigator.onLine) change(client, key, () => letGo(data, rows, first, end, kept));
      const at = pageToRead(data, rows, first, end);
      const start = at === undefined ? null : startOf(data, at);
      if (!start || reading.current.has(name) || Date.now() < quietUntil.current) return;
      reading.current.add(name);
      const again = () => setTurn((before) => before + 1);
      bringPage(client, plural, asked, start)
        .finally(() => reading.current.delete(name))
        .then((isPlaced) => isPlaced || again())
        .catch(() => {
          quietUntil.current = Date.now() + AGAIN_AFTER;
          setTimeout(again, AGAIN_AFTER);
        });
    },
    [client, plural, name, data, rows, isFetching, turn],
  );
  return { list, rows, see };
}
