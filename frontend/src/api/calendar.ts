import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";
import type { CalendarQuery } from "./types";

const FRESH = 15_000;

/** The records of a stretch of days; a page that ended early has a next one. */
export function useCalendar(plural: string, query: CalendarQuery) {
  return useInfiniteQuery({
    queryKey: keys.calendar(plural, query),
    queryFn: ({ pageParam, signal }) =>
      body(
        api.POST("/v1/records/{plural}/calendar", {
          params: { path: { plural } },
          body: pageParam ? { ...query, cursor: pageParam } : query,
          signal,
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
    staleTime: FRESH,
    placeholderData: keepPreviousData,
  });
}
