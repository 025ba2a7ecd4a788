import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { refreshSoon } from "./cache";
import { api, body } from "./client";
import { keys } from "./keys";
import type { MergeWish } from "./recordPaths";

const PAGE = 30;
const FIRST_WAIT = 600;
const LONGEST_WAIT = 4_000;
const MOVING = new Set(["moving", "undoing"]);

/** What a merge would make of some records; asked anew with every choice. */
export function useMergePreview(plural: string, wish: MergeWish | null) {
  return useQuery({
    queryKey: ["records", plural, "merging", wish],
    queryFn: ({ signal }) => {
      if (!wish) throw new Error("There is nothing to merge yet.");
      return body(api.POST("/v1/records/{plural}/merge/preview", { params: { path: { plural } }, body: wish, signal }));
    },
    enabled: Boolean(wish),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });
}

export function useMerge(plural: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...wish }: MergeWish & { versions: Record<string, number>; key: string }) =>
      body(
        api.POST("/v1/records/{plural}/merge", {
          params: { path: { plural }, header: { "Idempotency-Key": key } },
          body: wish,
        }),
      ),
    onSuccess: async (_merged, { loser_ids: gone }) => {
      client.invalidateQueries({ queryKey: keys.merges });
      client.invalidateQueries({ queryKey: ["duplicates"] });
      await client.invalidateQueries({
        queryKey: keys.records(plural),
        // The dialog still shows what is there no more.
        predicate: ({ queryKey }) => !gone.includes(String(queryKey[3])),
      });
      refreshSoon(client, plural);
    },
  });
}

export function useUndoMerge() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => body(api.POST("/v1/merges/{id}/undo", { params: { path: { id } } })),
    onSuccess: async () => {
      client.invalidateQueries({ queryKey: keys.merges });
      client.invalidateQueries({ queryKey: ["duplicates"] });
      await client.invalidateQueries({ queryKey: ["records"] });
    },
  });
}

/** A merge, asked again with patience while links of other records are still on their way. */
export const mergeQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.merges, id],
    queryFn: () => body(api.GET("/v1/merges/{id}", { params: { path: { id } } })),
    refetchInterval: ({ state }) =>
      !state.data || MOVING.has(state.data.state)
        ? Math.min(FIRST_WAIT + state.dataUpdateCount * 200, LONGEST_WAIT)
        : false,
  });

/** What was merged, the latest first. */
export function useMerges() {
  return useInfiniteQuery({
    queryKey: keys.merges,
    queryFn: ({ pageParam }) =>
      body(api.GET("/v1/merges", { params: { query: { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } } })),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
  });
}
