import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";

const PAGE = 50;

/** What was deleted of an object, newest first; a page may be short and still have a next one. */
export function useTrash(plural: string) {
  return useInfiniteQuery({
    queryKey: keys.trash(plural),
    queryFn: ({ pageParam, signal }) =>
      body(
        api.GET("/v1/records/{plural}/trash", {
          params: { path: { plural }, query: { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
  });
}

/** Lets a deleted record go for ever. */
export function usePurge(plural: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      body(api.DELETE("/v1/records/{plural}/{id}/purge", { params: { path: { plural, id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.trash(plural) }),
  });
}
