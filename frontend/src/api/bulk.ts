import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";
import type { BulkWish } from "./types";

/** How many records an edit would be about, and how it would look on the first of them; nothing is written. */
export function useBulkPreview(wish: BulkWish | undefined) {
  return useQuery({
    queryKey: ["bulk", wish],
    queryFn: ({ signal }) => body(api.POST("/v1/bulk/preview", { body: wish as BulkWish, signal })),
    enabled: Boolean(wish),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
}

/** Begins one edit of many records, as a job. */
export function useBulk() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ wish, key }: { wish: BulkWish; key: string }) =>
      body(api.POST("/v1/bulk", { params: { header: { "Idempotency-Key": key } }, body: wish })),
    onSuccess: (job) => {
      client.setQueryData(keys.job(job.id), job);
      client.invalidateQueries({ queryKey: keys.jobs, exact: true });
    },
  });
}
