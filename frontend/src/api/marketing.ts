import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";
import type { Answer, Label } from "./types";

export type MarketingSettings = Answer<"/v1/marketing/settings", "get">;
/** What for a firm writes to people, beside offers and service. */
export type Purpose = Answer<"/v1/purposes", "get">["items"][number];
export type Reputation = Answer<"/v1/marketing/reputation", "get">;

export interface PurposeWish {
  name: string;
  key: string;
  label: Label;
  text: Label;
}

const ifMatch = (version: number) => ({ "If-Match": `"${version}"` });

export function useMarketingSettings() {
  return useQuery({
    queryKey: keys.marketing,
    queryFn: () => body(api.GET("/v1/marketing/settings")),
  });
}

export function useChangeMarketing() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, ...wish }: MarketingSettings) =>
      body(api.PATCH("/v1/marketing/settings", { params: { header: ifMatch(version) }, body: wish })),
    onSuccess: (saved) => client.setQueryData(keys.marketing, saved),
    onSettled: () => client.invalidateQueries({ queryKey: keys.marketing }),
  });
}

export function useReputation() {
  return useQuery({
    queryKey: keys.reputation,
    queryFn: () => body(api.GET("/v1/marketing/reputation")),
  });
}

/** What of a day one wants to see the people behind. */
export interface BehindDay {
  day: string;
  of: "sent" | "bounced" | "complained";
}

export function useBehindDay({ day, of }: BehindDay) {
  return useInfiniteQuery({
    queryKey: [...keys.reputation, "people", day, of],
    queryFn: ({ pageParam }) =>
      body(
        api.GET("/v1/marketing/reputation/people", {
          params: { query: { day, of, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
  });
}

export function useResume() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => body(api.POST("/v1/marketing/reputation/resume")),
    onSuccess: (now) => client.setQueryData(keys.reputation, now),
  });
}

export function usePurposes() {
  return useQuery({
    queryKey: keys.purposes,
    queryFn: async () => (await body(api.GET("/v1/purposes"))).items,
  });
}

export function usePurposeWrites() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: keys.purposes });
  const create = useMutation({
    mutationFn: ({ once, ...wish }: PurposeWish & { once: string }) =>
      body(api.POST("/v1/purposes", { params: { header: { "Idempotency-Key": once } }, body: wish })),
    onSettled,
  });
  const change = useMutation({
    mutationFn: ({ id, version, ...wish }: Omit<PurposeWish, "key"> & { id: string; version: number }) =>
      body(api.PATCH("/v1/purposes/{id}", { params: { path: { id }, header: ifMatch(version) }, body: wish })),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      body(api.DELETE("/v1/purposes/{id}", { params: { path: { id }, header: ifMatch(version) } })),
    onSettled,
  });
  return { create, change, remove };
}
