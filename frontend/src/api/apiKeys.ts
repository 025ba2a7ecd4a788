import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";
import type { ApiKey, NewApiKey } from "./types";

const apiKeysQuery = queryOptions({
  queryKey: keys.apiKeys,
  queryFn: async () => (await body(api.GET("/v1/api-keys"))).items,
});

export function useApiKeys() {
  return useQuery(apiKeysQuery);
}

/** Makes a key; the answer holds its secret, which nobody can read again. */
export function useCreateApiKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ once, ...wanted }: NewApiKey & { once: string }) =>
      body(api.POST("/v1/api-keys", { body: wanted, params: { header: { "Idempotency-Key": once } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.apiKeys }),
  });
}

/** Revokes a key; gone from the list at once, back when refused. */
export function useRevokeApiKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => body(api.DELETE("/v1/api-keys/{id}", { params: { path: { id } } })),
    onMutate: async (id) => {
      await client.cancelQueries({ queryKey: keys.apiKeys });
      const before = client.getQueryData<ApiKey[]>(keys.apiKeys);
      client.setQueryData<ApiKey[]>(keys.apiKeys, (list) => list?.filter((key) => key.id !== id));
      return before;
    },
    onError: (_problem, _id, before) => client.setQueryData(keys.apiKeys, before),
    onSettled: () => client.invalidateQueries({ queryKey: keys.apiKeys }),
  });
}
