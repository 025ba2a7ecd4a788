import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useQuery,
  useSuspenseQuery,
} from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";
import {
  FIRST_PAGE,
  MOST_PAGES,
  type PageStart,
  pagesHeld,
  type RecordPage,
  type RecordPages,
  startAfter,
} from "./recordPages";
import type { RecordQuery, RelatedMeta } from "./types";

const PAGE = 50;
/** The first page comes soon; those that follow a scroll bring more at a time. */
const NEXT_PAGE = 100;
const FRESH = 15_000;
const RELATED_PAGE = 25;

/** Reads a page of a list; the first one without a cursor. */
export const readPage = (
  plural: string,
  query: RecordQuery,
  cursor: string,
  signal: AbortSignal,
): Promise<RecordPage> =>
  body(
    api.POST("/v1/records/{plural}/query", {
      params: { path: { plural } },
      body: { limit: cursor ? NEXT_PAGE : PAGE, ...query, ...(cursor ? { cursor } : {}) },
      signal,
    }),
  );

export const listQuery = (plural: string, query: RecordQuery) =>
  infiniteQueryOptions<RecordPage, Error, RecordPages, ReturnType<typeof keys.list>, PageStart>({
    queryKey: keys.list(plural, query),
    queryFn: async ({ client, queryKey, pageParam: { cursor, at }, signal }) => {
      const known = client.getQueryData<RecordPages>(queryKey)?.pages[at];
      // A list that is read anew is so where somebody looks; what was let go is read when they come back to it.
      return known?.gone ? known : readPage(plural, query, cursor, signal);
    },
    initialPageParam: FIRST_PAGE,
    getNextPageParam: startAfter,
    staleTime: FRESH,
    // A board's column that somebody made very long by hand is not read anew each time they come back to its window.
    refetchOnWindowFocus: ({ state }) => pagesHeld(state.data) <= MOST_PAGES,
    placeholderData: keepPreviousData,
  });

/** A list by cursor pages; a page may be short or empty and still have a next one. */
export function useRecords(plural: string, query: RecordQuery, enabled = true) {
  return useInfiniteQuery({ ...listQuery(plural, query), enabled });
}

export const recordQuery = (plural: string, id: string) =>
  queryOptions({
    queryKey: keys.record(plural, id),
    queryFn: ({ signal }) => body(api.GET("/v1/records/{plural}/{id}", { params: { path: { plural, id } }, signal })),
    staleTime: FRESH,
    retry: false,
  });

export function useRecord(plural: string, id: string) {
  return useSuspenseQuery(recordQuery(plural, id)).data;
}

export function useMaybeRecord(plural: string | undefined, id: string | undefined) {
  return useQuery({ ...recordQuery(plural ?? "", id ?? ""), enabled: Boolean(plural && id) }).data;
}

export function useTotals(plural: string, by: string) {
  return useQuery({
    queryKey: [...keys.totals(plural), by],
    queryFn: ({ signal }) =>
      body(api.GET("/v1/records/{plural}/totals", { params: { path: { plural }, query: { by } }, signal })),
    staleTime: FRESH,
  });
}

/** How many records of an object somebody sees. */
export function useCount(plural: string, enabled: boolean) {
  return useQuery({
    queryKey: keys.totals(plural),
    queryFn: ({ signal }) => body(api.GET("/v1/records/{plural}/count", { params: { path: { plural } }, signal })),
    staleTime: FRESH,
    enabled,
  });
}

/** The records that name this one, in the order of a field, or as the API gives them. */
export function useRelated(plural: string, id: string, related: RelatedMeta, sort?: string) {
  const of = (cursor: string) => ({ limit: RELATED_PAGE, ...(cursor ? { cursor } : {}) });
  return useInfiniteQuery({
    queryKey: [...keys.related(plural, id, related.field), sort ?? ""],
    queryFn: ({ pageParam, signal }) =>
      body(
        sort
          ? api.POST("/v1/records/{plural}/query", {
              params: { path: { plural: related.plural } },
              body: { filter: { field: related.link, op: "eq", value: id }, sort, ...of(pageParam) },
              signal,
            })
          : api.GET("/v1/records/{plural}/{id}/related/{field}", {
              params: { path: { plural, id, field: related.field }, query: of(pageParam) },
              signal,
            }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
    staleTime: FRESH,
    placeholderData: keepPreviousData,
  });
}

/** What happened on a record; of one kind, when asked. */
export function useTimeline(plural: string, id: string, kind?: string) {
  return useInfiniteQuery({
    queryKey: [...keys.timeline(plural, id), kind ?? ""],
    queryFn: ({ pageParam, signal }) =>
      body(
        api.GET("/v1/records/{plural}/{id}/timeline", {
          params: {
            path: { plural, id },
            query: { limit: 25, ...(kind ? { kind } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
          },
          signal,
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
    staleTime: FRESH,
  });
}

const SEARCH_LIMIT = 5;

/** What the palette and the link pickers ask while somebody types. */
export const searchQuery = (plural: string, q: string, limit = SEARCH_LIMIT) =>
  queryOptions({
    queryKey: [...keys.search(plural, q), limit],
    queryFn: ({ signal }) =>
      body(
        api.POST("/v1/records/{plural}/query", {
          params: { path: { plural } },
          body: q ? { q, limit } : { limit, sort: "-updated_at" },
          signal,
        }),
      ),
    staleTime: FRESH,
  });

export function useSearch(plural: string | undefined, q: string, enabled: boolean, limit?: number) {
  return useQuery({
    ...searchQuery(plural ?? "", q, limit),
    enabled: enabled && Boolean(plural),
    placeholderData: keepPreviousData,
  });
}
