import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";
import type { PrivacyRequest } from "./recordTypes";

const ENDED = new Set(["done", "failed"]);
const PAGE = 30;
const FIRST_WAIT = 800;
const LONGEST_WAIT = 5_000;

export function usePrivacyRequests() {
  return useInfiniteQuery({
    queryKey: keys.privacyRequests,
    queryFn: ({ pageParam }) =>
      body(
        api.GET("/v1/privacy/requests", {
          params: { query: { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some((request) => !ENDED.has(request.state)))
        ? LONGEST_WAIT / 2
        : false,
  });
}

/** A request about somebody's data, asked again with patience until it has come to its end. */
export function usePrivacyRequest(id: string | null) {
  return useQuery({
    queryKey: [...keys.privacyRequests, id],
    queryFn: () => body(api.GET("/v1/privacy/requests/{id}", { params: { path: { id: id ?? "" } } })),
    enabled: Boolean(id),
    refetchInterval: ({ state }) =>
      state.data && ENDED.has(state.data.state)
        ? false
        : Math.min(FIRST_WAIT + state.dataUpdateCount * 300, LONGEST_WAIT),
  });
}

export function useAskPrivacy() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: {
      object: string;
      id: string;
      kind: PrivacyRequest["kind"];
      keep_years?: number | null;
      received_on?: string;
    }) => body(api.POST("/v1/privacy/requests", { body: wish })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.privacyRequests, exact: true }),
  });
}

/** Where the copy of somebody's data can be fetched, for five minutes. */
export async function privacyArchive(id: string): Promise<string | undefined> {
  return (await body(api.GET("/v1/privacy/requests/{id}", { params: { path: { id } } }))).archive?.url;
}
