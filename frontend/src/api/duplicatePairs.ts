import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";
import type { Answer, RecordRow } from "./types";

type Told = Answer<"/v1/duplicates", "get">["items"][number];
export type Pair = Omit<Told, "records"> & { records: RecordRow[] };
export type PairState = Told["state"];

const pairsKey = (object: string, state: PairState) => ["duplicates", object, "pairs", state] as const;

/** Pairs of records that may be one, the likeliest first; a page may be short, for what one may not see. */
export function usePairs(object: string, state: PairState) {
  return useInfiniteQuery({
    queryKey: pairsKey(object, state),
    queryFn: async ({ pageParam, signal }) => {
      const query = { object, state, limit: 20, ...(pageParam ? { cursor: pageParam } : {}) };
      const page = await body(api.GET("/v1/duplicates", { params: { query }, signal }));
      return { items: page.items as unknown as Pair[], next_cursor: page.next_cursor };
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
  });
}

function useDecision(decide: (id: string) => Promise<unknown>, object: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: decide,
    onSettled: () => client.invalidateQueries({ queryKey: ["duplicates", object, "pairs"] }),
  });
}

export const useDismissPair = (object: string) =>
  useDecision((id) => body(api.POST("/v1/duplicates/{id}/dismiss", { params: { path: { id } } })), object);

export const useReopenPair = (object: string) =>
  useDecision((id) => body(api.POST("/v1/duplicates/{id}/reopen", { params: { path: { id } } })), object);

/** Begins the job that goes through all records of an object for duplicates. */
export function useScanDuplicates() {
  return useMutation({
    mutationFn: (plural: string) =>
      body(api.POST("/v1/objects/{plural}/duplicates/scan", { params: { path: { plural } } })),
  });
}
