import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, body } from "./client";
import type { Values } from "./types";

const FRESH = 30_000;

/** The records that may be the same as one that is being written, or as the stored one of an id. */
export function useLikenesses(plural: string, values: Values, id?: string, enabled = true) {
  return useQuery({
    queryKey: ["duplicates", plural, "of", id ?? "new", values],
    queryFn: async ({ signal }) =>
      (
        await body(
          api.POST("/v1/records/{plural}/duplicates", {
            params: { path: { plural } },
            body: id ? { values, id } : { values },
            signal,
          }),
        )
      ).items,
    enabled,
    staleTime: FRESH,
    placeholderData: keepPreviousData,
    retry: false,
  });
}
