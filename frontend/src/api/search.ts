import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, body } from "./client";
import type { Answer } from "./types";

export type Found = Answer<"/v1/search", "get">["items"][number];

const FRESH = 15_000;
export const SHORTEST_SEARCH = 2;

/** Finds people and things by name, phone, mail and number, over all objects or some. */
export function useFind(q: string, options: { objects?: readonly string[]; limit?: number; enabled?: boolean } = {}) {
  const { objects, limit = 12, enabled = true } = options;
  return useQuery({
    queryKey: ["search", q, objects ?? null, limit],
    queryFn: ({ signal }) =>
      body(
        api.GET("/v1/search", {
          params: { query: { q, limit, ...(objects ? { objects: objects.join() } : {}) } },
          signal,
        }),
      ),
    enabled: enabled && q.length >= SHORTEST_SEARCH,
    staleTime: FRESH,
    placeholderData: keepPreviousData,
  });
}
