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
import type { RecordQuery } from "./types";

export const PAGE = 50;
const FRESH = 15_000;

export const listQuery = (plural: string, query: RecordQuery) =>
  infiniteQueryOptions({
    queryKey: keys.list(plural, query),
    queryFn: ({ pageParam, signal }) =>
      body(
        api.POST("/v1/records/{plural}/query", {
          params: { path: { plural } },
          body: { limit: PAGE, ...query, ...(pageParam ? { cursor: pageParam } : {}) },
          signal,
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
    staleTime: FRESH,
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

export function useRelated(plural: string, id: string, field: string) {
  return useInfiniteQuery({
    queryKey: keys.related(plural, id, field),
    queryFn: ({ pageParam, signal }) =>
      body(
        api.GET("/v1/records/{plural}/{id}/related/{field}", {
          params: { path: { plural, id, field }, query: { limit: 25, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
    staleTime: FRESH,
  });
}

export function useTimeline(plural: string, id: string) {
  return useInfiniteQuery({
    queryKey: keys.timeline(plural, id),
    queryFn: ({ pageParam, signal }) =>
      body(
        api.GET("/v1/records/{plural}/{id}/timeline", {
          params: { path: { plural, id }, query: { limit: 25, ...(pageParam ? { cursor: pageParam } : {}) } },
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
