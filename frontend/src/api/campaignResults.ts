import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { api, body } from "./client";
import type { Answer } from "./types";

export type Results = Answer<"/v1/campaigns/{id}/results", "get">;
export type Model = Results["attribution"]["model"];
export type Numbers = Results["numbers"];
export type NumberName = keyof Numbers;
export type Behaviour = Answer<"/v1/campaigns/{id}/behaviour", "get">;
export type CampaignSale = Answer<"/v1/campaigns/{id}/sales", "get">["items"][number];
export type PeopleState = NumberName | "recipients" | "control" | "excluded";
export type ReturnsOf = "campaign" | "source" | "utm_campaign" | "utm_source" | "lead";
export type Account = Answer<"/v1/marketing/returns", "get">["items"][number];

export type Behind = Answer<"/v1/campaigns/{id}/people", "get">["items"][number];

/** Which people stand behind a number. */
export interface PeopleAsked {
  state: PeopleState;
  variant?: string | undefined;
  reason?: string | undefined;
  hour?: number | undefined;
}

/** How revenue is shared out: by which clicks, and for how many days after them a purchase counts. */
export interface Way {
  model: Model;
  window: number;
}

/** What a plan that was not launched has people for. */
const PLANNED = ["recipients", "control", "excluded"] as const;
const LIVE = 5_000;
const QUIET = 20_000;
const of = (id: string, part: string) => ["campaigns", id, part] as const;
const next = { initialPageParam: "", getNextPageParam: (page: { next_cursor: string | null }) => page.next_cursor };

export function useResults(id: string, way: Way, isLive: boolean) {
  return useQuery({
    queryKey: [...of(id, "results"), way],
    queryFn: ({ signal }) =>
      body(api.GET("/v1/campaigns/{id}/results", { params: { path: { id }, query: { ...way } }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: isLive ? LIVE : QUIET,
  });
}

const narrowed = ({ reason, hour }: PeopleAsked) => ({
  ...(reason ? { reason } : {}),
  ...(hour === undefined ? {} : { hour }),
});

/** Those behind a number; a page may be short, or empty, before the end. */
function usePeople(id: string, asked: PeopleAsked, isWanted: boolean) {
  return useInfiniteQuery({
    queryKey: [...of(id, "people"), asked],
    queryFn: ({ pageParam, signal }) =>
      body(
        api.GET("/v1/campaigns/{id}/people", {
          params: {
            path: { id },
            query: {
              state: asked.state,
              ...(asked.variant ? { variant: asked.variant } : {}),
              ...narrowed(asked),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
    enabled: isWanted,
    ...next,
  });
}

/** Those whom a launch would reach, spare or leave out, before it. */
function useAudiencePeople(id: string, asked: PeopleAsked, isWanted: boolean) {
  const state = PLANNED.find((one) => one === asked.state) ?? "recipients";
  return useInfiniteQuery({
    queryKey: [...of(id, "audience"), "people", state, asked.reason, asked.hour],
    queryFn: ({ pageParam, signal }) =>
      body(
        api.GET("/v1/campaigns/{id}/audience/people", {
          params: {
            path: { id },
            query: {
              state,
              ...narrowed(asked),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
    enabled: isWanted,
    retry: false,
    ...next,
  });
}

/** Those behind a number of a campaign, launched or only planned. */
export function useBehind(id: string, asked: PeopleAsked, isLaunched: boolean) {
  const planned = useAudiencePeople(id, asked, !isLaunched);
  const launched = usePeople(id, asked, isLaunched);
  return isLaunched ? launched : planned;
}

/** The purchases that a campaign has a part of. */
export function useSales(id: string, way: Way) {
  return useInfiniteQuery({
    queryKey: [...of(id, "sales"), way],
    queryFn: ({ pageParam, signal }) =>
      body(
        api.GET("/v1/campaigns/{id}/sales", {
          params: { path: { id }, query: { ...way, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    ...next,
  });
}

/** What people bought before and after, beside those who were spared. */
export function useBehaviour(id: string, days: number, isWanted: boolean) {
  return useQuery({
    queryKey: [...of(id, "behaviour"), days],
    queryFn: ({ signal }) =>
      body(api.GET("/v1/campaigns/{id}/behaviour", { params: { path: { id }, query: { days } }, signal })),
    enabled: isWanted,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    retry: false,
  });
}

/** What was earned for what was spent, by campaign, by lead, or by where leads came from. */
export function useReturns(kind: ReturnsOf, way: Way) {
  return useInfiniteQuery({
    queryKey: ["campaigns", "returns", kind, kind === "campaign" ? way : null],
    queryFn: ({ pageParam, signal }) =>
      body(
        api.GET("/v1/marketing/returns", {
          params: {
            query: { of: kind, ...(kind === "campaign" ? way : {}), ...(pageParam ? { cursor: pageParam } : {}) },
          },
          signal,
        }),
      ),
    ...next,
    retry: false,
  });
}
