import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";
import type { Answer } from "./types";

export type SharedList = Answer<"/v1/shared-lists", "get">["items"][number];
export type SharedListWish = Parameters<typeof shareList>[0];
export type SharedPage = Answer<"/v1/public/lists/{token}", "get">;
/** A cell as it goes out: a text, a number, a truth, an amount; nothing where there is nothing. */
export type SharedCell = string | number | boolean | { amount: string; currency: string | null } | null;

const KEY = ["shared-lists"] as const;

const shareList = ({
  once,
  ...wish
}: {
  once: string;
  object: string;
  title: string;
  recipient: string;
  fields: string[];
  expires_at: string;
  language: "es" | "en";
  filter?: unknown;
  sort?: string;
}) => body(api.POST("/v1/shared-lists", { params: { header: { "Idempotency-Key": once } }, body: wish as never }));

/** What the reader shared with outsiders; for an administrator, what anybody did. */
export function useSharedLists() {
  return useQuery({
    queryKey: KEY,
    queryFn: async () => (await body(api.GET("/v1/shared-lists"))).items,
  });
}

export function useShareList() {
  const client = useQueryClient();
  return useMutation({ mutationFn: shareList, onSuccess: () => client.invalidateQueries({ queryKey: KEY }) });
}

export function useRevokeList() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => body(api.DELETE("/v1/shared-lists/{id}", { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

/** A shared list as whoever has its link sees it, page by page. */
export function useSharedPages(token: string) {
  return useInfiniteQuery({
    queryKey: [...KEY, "page", token],
    queryFn: ({ pageParam }) =>
      body(
        api.GET("/v1/public/lists/{token}", {
          params: { path: { token }, query: { limit: 100, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    retry: false,
    refetchOnWindowFocus: false,
  });
}
