import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";

export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: ({ signal }) => body(api.GET("/v1/me", { signal })),
  staleTime: 300_000,
});

/** Who is signed in; the session gate has loaded it before any page is drawn. */
export function useMe() {
  return useSuspenseQuery(meQuery).data;
}

export function useUpdateMe() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (changes: { name?: string; locale?: string; timezone?: string }) =>
      body(api.PATCH("/v1/me", { body: changes })),
    onSuccess: (me) => client.setQueryData(keys.me, me),
  });
}
