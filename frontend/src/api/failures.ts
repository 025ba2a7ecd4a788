import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";
import type { Answer } from "./types";

/** Something that failed for good and waits for somebody. */
export type Failure = Answer<"/v1/failures", "get">["items"][number];
export type FailureKind = Failure["kind"];

export const FAILURE_KINDS = ["mail", "automation", "webhook", "job", "parked"] as const satisfies FailureKind[];

const PAGE = 30;

export function useFailures(kind: FailureKind | undefined) {
  return useInfiniteQuery({
    queryKey: [...keys.failures, "list", kind ?? "all"],
    queryFn: ({ pageParam }) =>
      body(
        api.GET("/v1/failures", {
          params: { query: { limit: PAGE, ...(kind ? { kind } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}

/** How many there are of each kind. */
export function useFailureCounts() {
  return useQuery({ queryKey: [...keys.failures, "counts"], queryFn: () => body(api.GET("/v1/failures/counts")) });
}

export function useFailureWrites() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: keys.failures });
  const at = (id: string) => ({ params: { path: { id } } });
  const retry = useMutation({
    mutationFn: ({ id, knowingly }: { id: string; knowingly: boolean }) =>
      body(api.POST("/v1/failures/{id}/retry", { ...at(id), body: { knowingly } })),
    onSettled,
  });
  const dismiss = useMutation({
    mutationFn: (id: string) => body(api.POST("/v1/failures/{id}/dismiss", at(id))),
    onSettled,
  });
  const restore = useMutation({
    mutationFn: (id: string) => body(api.POST("/v1/failures/{id}/restore", at(id))),
    onSettled,
  });
  return { retry, dismiss, restore };
}

const MOST_ROUNDS = 40;

/** What is done to all of a kind, as many at a time as one request may. */
export function useAllFailures(kind: FailureKind) {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: keys.failures });
  const retryAll = useMutation({
    mutationFn: () =>
      rounds(async () => {
        const { retried, has_more } = await body(api.POST("/v1/failures/retry", { body: { kind } }));
        return { done: retried, hasMore: has_more };
      }),
    onSettled,
  });
  const dismissAll = useMutation({
    mutationFn: () =>
      rounds(async () => {
        const { dismissed, has_more } = await body(api.POST("/v1/failures/dismiss", { body: { kind } }));
        return { done: dismissed, hasMore: has_more };
      }),
    onSettled,
  });
  return { retryAll, dismissAll };
}

async function rounds(round: () => Promise<{ done: number; hasMore: boolean }>): Promise<number> {
  let count = 0;
  for (let asked = 0; asked < MOST_ROUNDS; asked += 1) {
    const { done, hasMore } = await round();
    count += done;
    if (!hasMore || done === 0) break;
  }
  return count;
}
