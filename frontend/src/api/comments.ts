import { type InfiniteData, useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { refreshSoon } from "./cache";
import { api, body } from "./client";
import { keys } from "./keys";
import type { Comment, Comments } from "./recordTypes";

const PAGE = 30;

export function useComments(plural: string, id: string) {
  return useInfiniteQuery({
    queryKey: keys.comments(plural, id),
    queryFn: ({ pageParam, signal }) =>
      body(
        api.GET("/v1/records/{plural}/{id}/comments", {
          params: { path: { plural, id }, query: { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
    staleTime: 15_000,
  });
}

/** Writing, correcting, deleting, following and reading the comments of one record. */
export function useCommentWrites(plural: string, id: string) {
  const client = useQueryClient();
  const key = keys.comments(plural, id);
  const path = { plural, id };
  const change = (to: (page: Comments, place: number) => Comments) =>
    client.setQueryData<InfiniteData<Comments>>(key, (data) => data && { ...data, pages: data.pages.map(to) });
  const replace = (comment: Comment) =>
    change((page) => ({ ...page, items: page.items.map((one) => (one.id === comment.id ? comment : one)) }));
  const match = (comment: Comment) => ({ "If-Match": `"${comment.version}"` });

  const write = useMutation({
    mutationFn: ({ text, once }: { text: string; once: string }) =>
      body(
        api.POST("/v1/records/{plural}/{id}/comments", {
          params: { path, header: { "Idempotency-Key": once } },
          body: { text },
        }),
      ),
    onSuccess: (made) => {
      change((page, place) => (place ? page : { ...page, follows: true, items: [made, ...page.items] }));
      refreshSoon(client, plural);
    },
  });
  const edit = useMutation({
    mutationFn: ({ comment, text }: { comment: Comment; text: string }) =>
      body(
        api.PATCH("/v1/records/{plural}/{id}/comments/{comment}", {
          params: { path: { ...path, comment: comment.id }, header: match(comment) },
          body: { text },
        }),
      ),
    onSuccess: replace,
    onError: () => client.invalidateQueries({ queryKey: key }),
  });
  const remove = useMutation({
    mutationFn: (comment: Comment) =>
      body(
        api.DELETE("/v1/records/{plural}/{id}/comments/{comment}", {
          params: { path: { ...path, comment: comment.id }, header: match(comment) },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
  const follow = useMutation({
    mutationFn: (follows: boolean) => {
      const call = follows ? api.PUT : api.DELETE;
      return body(call("/v1/records/{plural}/{id}/follow", { params: { path } }));
    },
    onMutate: (follows) => change((page) => ({ ...page, follows })),
    onError: () => client.invalidateQueries({ queryKey: key }),
  });
  const read = useMutation({
    mutationFn: () => body(api.POST("/v1/records/{plural}/{id}/comments/read", { params: { path }, body: {} })),
    onSuccess: () => {
      change((page) => ({ ...page, new: 0 }));
      client.invalidateQueries({ queryKey: keys.notifications });
    },
  });
  return { write, edit, remove, follow, read };
}
