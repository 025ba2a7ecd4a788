import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";
import type { Shortcuts } from "./recordTypes";

export const favouritesQuery = queryOptions({
  queryKey: keys.favourites,
  queryFn: async () => (await body(api.GET("/v1/favourites"))).items,
  staleTime: 60_000,
});

export const recentQuery = queryOptions({
  queryKey: keys.recent,
  queryFn: async () => (await body(api.GET("/v1/recent"))).items,
  staleTime: 30_000,
});

/** One's favourites, the latest first. */
export function useFavourites() {
  return useQuery(favouritesQuery);
}

export interface Favourite {
  plural: string;
  id: string;
  name: string;
}

/** Puts a record among one's favourites, or takes it out; the list shows it at once. */
export function useSetFavourite() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ plural, id, on }: Favourite & { on: boolean }) => {
      const call = on ? api.PUT : api.DELETE;
      return body(call("/v1/favourites/{plural}/{id}", { params: { path: { plural, id } } }));
    },
    onMutate: async ({ plural, id, name, on }) => {
      await client.cancelQueries({ queryKey: keys.favourites });
      const before = client.getQueryData<Shortcuts["items"]>(keys.favourites);
      client.setQueryData<Shortcuts["items"]>(keys.favourites, (all = []) => {
        const others = all.filter((one) => one.id !== id);
        return on ? [{ plural, id, name, at: new Date().toISOString() }, ...others] : others;
      });
      return before;
    },
    onError: (_problem, _wish, before) => client.setQueryData(keys.favourites, before),
    onSettled: () => client.invalidateQueries({ queryKey: keys.favourites }),
  });
}

/** Notes that a record was opened, for the list of recent ones; nobody waits for it. */
export function noteRecent(plural: string, id: string): Promise<unknown> {
  return body(api.POST("/v1/recent", { body: { plural, id } })).catch(() => undefined);
}
