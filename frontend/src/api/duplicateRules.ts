import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { api, body } from "./client";
import type { DuplicateRule } from "./designPaths";
import { keys } from "./keys";

const rulesQuery = (plural: string) =>
  queryOptions({
    queryKey: keys.duplicateRules(plural),
    queryFn: () => body(api.GET("/v1/objects/{plural}/duplicate-rules", { params: { path: { plural } } })),
  });

export function useDuplicateRules(plural: string) {
  return useSuspenseQuery(rulesQuery(plural)).data;
}

/** Gives an object rules of the firm's own; null brings the usual ones back. */
export function useSetDuplicateRules(plural: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (items: DuplicateRule[] | null) =>
      body(api.PUT("/v1/objects/{plural}/duplicate-rules", { params: { path: { plural } }, body: { items } })),
    onSuccess: (rules) => client.setQueryData(keys.duplicateRules(plural), rules),
  });
}
