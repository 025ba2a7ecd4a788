import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";
import type { ConsentDecision } from "./consentTypes";
import { keys } from "./keys";
import type { Answer } from "./types";

export type Preferences = Answer<"/v1/public/preferences/{token}", "get">;

const PAGE = 20;

export function useConsents(plural: string, id: string) {
  return useInfiniteQuery({
    queryKey: keys.consents(plural, id),
    queryFn: ({ pageParam }) =>
      body(
        api.GET("/v1/records/{plural}/{id}/consents", {
          params: { path: { plural, id }, query: { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
  });
}

/** Notes what a person decided, or asks them by mail. */
export function useDecide(plural: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (decision: ConsentDecision) =>
      body(api.POST("/v1/records/{plural}/{id}/consents", { params: { path: { plural, id } }, body: decision })),
    onSuccess: () =>
      Promise.all(
        [keys.consents(plural, id), keys.record(plural, id), keys.timeline(plural, id)].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
}

/** Writes again to somebody whose mail had bounced. */
export function useRelease(plural: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      body(
        api.POST("/v1/records/{plural}/{id}/address/release", { params: { path: { plural, id } }, body: { reason } }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.consents(plural, id) }),
  });
}

/** What the holder of a mail's link receives and may choose. */
export function usePreferences(token: string) {
  return useQuery({
    queryKey: keys.preferences(token),
    queryFn: () => body(api.GET("/v1/public/preferences/{token}", { params: { path: { token } } })),
    retry: false,
  });
}

export function useChoose(token: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (chosen: { wanted: Record<string, boolean>; locale: "es" | "en" }) =>
      body(api.POST("/v1/public/preferences/{token}", { params: { path: { token } }, body: chosen })),
    onSuccess: (answer) => client.setQueryData(keys.preferences(token), answer),
  });
}

/** What a mailed link asks its reader to permit. */
export function useQuestion(token: string) {
  return useQuery({
    queryKey: [...keys.preferences(token), "question"],
    queryFn: () => body(api.GET("/v1/public/consent/{token}", { params: { path: { token } } })),
    retry: false,
  });
}

export function useConfirm(token: string) {
  return useMutation({
    mutationFn: () => body(api.POST("/v1/public/consent/{token}", { params: { path: { token } } })),
  });
}
