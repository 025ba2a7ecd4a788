import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";
import { stopWhenRefused } from "./seeing";
import type { Me } from "./types";

export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: ({ signal }) => body(api.GET("/v1/me", { signal })).catch(stopWhenRefused),
  staleTime: 300_000,
});

/** Who is signed in; the session gate has loaded it before any page is drawn. */
export function useMe() {
  return useSuspenseQuery(meQuery).data;
}

/** Changes one's own account; it shows at once, so that no page that loads meanwhile goes back to the old language. */
export function useUpdateMe() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (changes: { name?: string; locale?: string; timezone?: string }) =>
      body(api.PATCH("/v1/me", { body: changes })),
    onMutate: (changes) => {
      const before = client.getQueryData<Me>(keys.me);
      if (before) client.setQueryData(keys.me, { ...before, user: { ...before.user, ...changes } });
      return before;
    },
    onError: (_problem, _changes, before) => client.setQueryData(keys.me, before),
    onSuccess: (me) => client.setQueryData(keys.me, me),
  });
}
