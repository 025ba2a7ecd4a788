import { queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";
import type { Answer } from "./types";

/** A server that automations call, and whether it still wants it. */
export type Webhook = Answer<"/v1/webhooks", "get">["items"][number];
export type WebhookCall = Answer<"/v1/webhooks/{id}/calls", "get">["items"][number];

export interface WebhookWish {
  name: string;
  url: string;
  description: string;
}

const PAGE = 20;
/** How soon one looks again while a call is being made. */
const SOON = 2_500;

const at = (id: string) => ({ params: { path: { id } } });
const ifMatch = (version: number) => ({ "If-Match": `"${version}"` });

export function useWebhooks() {
  return useQuery({
    queryKey: keys.webhooks,
    queryFn: async () => (await body(api.GET("/v1/webhooks"))).items,
  });
}

export const webhookQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.webhooks, id],
    queryFn: () => body(api.GET("/v1/webhooks/{id}", at(id))),
  });

export function useWebhookWrites() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: keys.webhooks });
  const create = useMutation({
    mutationFn: ({ once, ...wish }: WebhookWish & { once: string }) =>
      body(api.POST("/v1/webhooks", { params: { header: { "Idempotency-Key": once } }, body: wish })),
    onSettled,
  });
  const change = useMutation({
    mutationFn: ({ id, version, ...wish }: WebhookWish & { id: string; version: number }) =>
      body(api.PATCH("/v1/webhooks/{id}", { params: { path: { id }, header: ifMatch(version) }, body: wish })),
    onSuccess: (saved) => client.setQueryData(webhookQuery(saved.id).queryKey, saved),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      body(api.DELETE("/v1/webhooks/{id}", { params: { path: { id }, header: ifMatch(version) } })),
    onSettled: () => client.invalidateQueries({ queryKey: keys.webhooks, exact: true }),
  });
  return { create, change, remove };
}

/** What can be done about one server: read and renew its secret, call it to see, call it again after it had said no. */
export function useWebhook(id: string) {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: [...keys.webhooks, id] });
  const reveal = useMutation({ mutationFn: () => body(api.GET("/v1/webhooks/{id}/secret", at(id))) });
  const renew = useMutation({ mutationFn: () => body(api.POST("/v1/webhooks/{id}/secret", at(id))) });
  const switchOn = useMutation({ mutationFn: () => body(api.POST("/v1/webhooks/{id}/on", at(id))), onSettled });
  const test = useMutation({ mutationFn: () => body(api.POST("/v1/webhooks/{id}/test", at(id))), onSettled });
  const retry = useMutation({
    mutationFn: (call: string) =>
      body(api.POST("/v1/webhooks/{id}/calls/{call}/retry", { params: { path: { id, call } } })),
    onSettled,
  });
  return { reveal, renew, switchOn, test, retry };
}

/** The calls to a server, the newest first; looked at again while one is on its way. */
export function useCalls(id: string) {
  return useInfiniteQuery({
    queryKey: [...keys.webhooks, id, "calls"],
    queryFn: ({ pageParam }) =>
      body(
        api.GET("/v1/webhooks/{id}/calls", {
          params: { path: { id }, query: { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
    refetchInterval: ({ state }) => {
      const calls = state.data?.pages.flatMap((page) => page.items) ?? [];
      const isSoon = calls.some((call) => call.state === "pending" && Date.parse(call.due ?? "") < Date.now() + 90_000);
      return isSoon ? SOON : false;
    },
  });
}
