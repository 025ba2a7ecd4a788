import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";
import type { Answer, RecordRow } from "./types";

type Told = Answer<"/v1/campaigns/{id}", "get">;
/** A campaign: its record, what it mails to whom, and how its mails stand if it was launched. */
export type Campaign = Omit<Told, "campaign"> & { campaign: RecordRow };
export type Plan = Told["plan"];
export type PlanVariant = Plan["variants"][number];
/** What is written of a plan: the versions of its templates are fixed by the launch. */
export type PlanWish = Partial<Omit<Plan, "variants" | "utm_campaign">> & { variants?: Omit<PlanVariant, "version">[] };
export type Course = NonNullable<Told["course"]>;
export type Audience = Answer<"/v1/campaigns/{id}/audience", "get">;
export type PlanProblem = Audience["problems"][number];

const KEY = ["campaigns"] as const;
/** The first mail waits a minute; whoever looks on sees each step soon after it was made. */
const SOON = 2_000;
const UNDER_WAY = 5_000;
const ifMatch = (version: number) => ({ "If-Match": `"${version}"` });

/** How long until a campaign is worth asking for anew: never, when nothing moves by itself. */
function restOf(told: Campaign | undefined): number | false {
  const course = told?.course;
  if (!course?.can_cancel) return course?.state === "withdrawing" ? SOON : false;
  if (course.state !== "waiting") return course.state === "paused" ? false : UNDER_WAY;
  return Date.parse(course.starts_at) - Date.now() < 10 * 60_000 ? SOON : 60_000;
}

export const campaignQuery = (id: string) =>
  queryOptions({
    queryKey: [...KEY, id],
    queryFn: async () => (await body(api.GET("/v1/campaigns/{id}", { params: { path: { id } } }))) as Campaign,
    refetchInterval: ({ state }) => restOf(state.data),
    retry: false,
  });

/** Everything that is done to a campaign; each answers with the campaign as it is then. */
export function useCampaignWrites() {
  const client = useQueryClient();
  const keep = (told: Told) => {
    const campaign = told as Campaign;
    const { id } = campaign.campaign;
    client.setQueryData(campaignQuery(id).queryKey, campaign);
    client.setQueryData(keys.record("campaigns", id), campaign.campaign);
    client.invalidateQueries({ queryKey: keys.lists("campaigns") });
    client.invalidateQueries({ queryKey: keys.timeline("campaigns", id) });
    client.invalidateQueries({ queryKey: [...KEY, id, "audience"] });
    client.invalidateQueries({ queryKey: [...KEY, id, "results"] });
  };
  const create = useMutation({
    mutationFn: ({ key, values, plan }: { key: string; values: Record<string, unknown>; plan: PlanWish }) =>
      body(
        api.POST("/v1/campaigns", {
          params: { header: { "Idempotency-Key": key } },
          body: { campaign: values as { name: string }, plan: plan as never },
        }),
      ),
    onSuccess: keep,
  });
  const plan = useMutation({
    mutationFn: ({ id, version, changes }: { id: string; version: number; changes: PlanWish }) =>
      body(
        api.PATCH("/v1/campaigns/{id}/plan", {
          params: { path: { id }, header: ifMatch(version) },
          body: changes as never,
        }),
      ),
    onSuccess: keep,
  });
  const launch = useMutation({
    mutationFn: ({ id, version, at, key }: { id: string; version: number; at: string | null; key: string }) =>
      body(
        api.POST("/v1/campaigns/{id}/launch", {
          params: { path: { id }, header: { ...ifMatch(version), "Idempotency-Key": key } },
          body: { at },
        }),
      ),
    onSuccess: keep,
  });
  const move = useMutation({
    mutationFn: ({ id, to }: { id: string; to: "pause" | "resume" | "cancel" }) => {
      const of = { params: { path: { id } } };
      if (to === "pause") return body(api.POST("/v1/campaigns/{id}/pause", of));
      if (to === "resume") return body(api.POST("/v1/campaigns/{id}/resume", of));
      return body(api.POST("/v1/campaigns/{id}/cancel", of));
    },
    onSuccess: keep,
    onError: (_, { id }) => client.invalidateQueries({ queryKey: [...KEY, id] }),
  });
  return { create, plan, launch, move };
}

/** What a launch would do, at an instant or now; the API counts each person. */
export function useAudience(id: string, version: number, at: string | null, isWanted: boolean) {
  return useQuery({
    queryKey: [...KEY, id, "audience", version, at],
    queryFn: ({ signal }) =>
      body(
        api.GET("/v1/campaigns/{id}/audience", { params: { path: { id }, query: at === null ? {} : { at } }, signal }),
      ),
    enabled: isWanted,
    // Another hour is another first mail for the same people; another plan is another count.
    placeholderData: (before, query) => (query?.queryKey[3] === version ? before : undefined),
    retry: false,
    staleTime: 30_000,
  });
}

/** What speaks against a launch, errors and advice; looked at anew by whoever comes back from mending. */
export function useCampaignChecks(id: string, version: number) {
  return useQuery({
    queryKey: [...KEY, id, "checks", version],
    queryFn: async ({ signal }) =>
      (await body(api.GET("/v1/campaigns/{id}/checks", { params: { path: { id } }, signal }))).items,
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });
}

/** The purposes that people gave their permission for, beside those that every firm has. */
export function usePurposes() {
  return useQuery({
    queryKey: ["purposes"],
    queryFn: async () => (await body(api.GET("/v1/purposes"))).items,
    staleTime: 300_000,
  });
}

/** Lists of addresses that one leaves out. */
export function useExclusionLists() {
  return useQuery({
    queryKey: ["exclusions"],
    queryFn: async () => (await body(api.GET("/v1/exclusions"))).items,
  });
}

/** How the firm's mails of the last days were received, and whether its marketing is paused for that. */
export function useStanding() {
  return useQuery({
    queryKey: ["reputation"],
    queryFn: () => body(api.GET("/v1/marketing/reputation")),
    staleTime: 30_000,
    retry: false,
  });
}
