import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import type { PeopleState, ReturnsOf, Way } from "@/api/campaignResults";
import { objectQuery } from "@/api/objects";
import { loadWords } from "@/i18n/i18n";
import { queryClient } from "./queryClient";
import { staff } from "./roots";

const text = (value: unknown) => (typeof value === "string" && value ? value : undefined);
const TABS = ["plan", "send", "results"] as const;
const KINDS = ["campaign", "source", "utm_campaign", "utm_source", "lead"] as const;
const MODELS = ["last", "first", "linear"] as const;
const LONGEST = 90;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** How revenue is shared out, where an address says so. */
const wayOf = (raw: Record<string, unknown>): Partial<Way> => {
  const model = MODELS.find((one) => one === raw.model);
  const window = Number(raw.window);
  return { ...(model ? { model } : {}), ...(window >= 1 && window <= LONGEST ? { window: Math.floor(window) } : {}) };
};

const one = async (id: string) => {
  const { campaignQuery } = await import("@/api/campaigns");
  await Promise.all([
    queryClient.ensureQueryData(campaignQuery(id)),
    queryClient.ensureQueryData(objectQuery("campaigns")),
  ]);
};
const words = () => loadWords("campaigns", "records", "checks");

/** All campaigns are the list of their records, with its board and its calendar. */
const campaigns = createRoute({
  getParentRoute: () => staff,
  path: "/campaigns",
  beforeLoad: () => {
    throw redirect({ to: "/records/$plural", params: { plural: "campaigns" } });
  },
});

const newCampaign = createRoute({
  getParentRoute: () => staff,
  path: "/campaigns/new",
  beforeLoad: words,
  loader: () => queryClient.ensureQueryData(objectQuery("campaigns")),
  component: lazyRouteComponent(() => import("@/features/campaigns/NewCampaignPage"), "NewCampaignPage"),
});

const campaign = createRoute({
  getParentRoute: () => staff,
  path: "/campaigns/$id",
  validateSearch: (raw: Record<string, unknown>): { tab?: (typeof TABS)[number] } => {
    const tab = TABS.find((each) => each === raw.tab);
    return tab ? { tab } : {};
  },
  beforeLoad: words,
  loader: ({ params: { id } }) => one(id),
  component: lazyRouteComponent(() => import("./campaignPage"), "CampaignRoute"),
});

const people = createRoute({
  getParentRoute: () => staff,
  path: "/campaigns/$id/people",
  validateSearch: (
    raw: Record<string, unknown>,
  ): { state: PeopleState; variant?: string; reason?: string; hour?: number } => {
    const [variant, reason] = [text(raw.variant), text(raw.reason)];
    const hour = HOURS.find((one) => String(one) === String(raw.hour));
    return {
      state: (text(raw.state) ?? "recipients") as PeopleState,
      ...(variant ? { variant } : {}),
      ...(reason ? { reason } : {}),
      ...(hour !== undefined ? { hour } : {}),
    };
  },
  beforeLoad: words,
  loader: ({ params: { id } }) => one(id),
  component: lazyRouteComponent(() => import("./campaignLists"), "PeopleRoute"),
});

const sales = createRoute({
  getParentRoute: () => staff,
  path: "/campaigns/$id/sales",
  validateSearch: wayOf,
  beforeLoad: words,
  loader: ({ params: { id } }) => one(id),
  component: lazyRouteComponent(() => import("./campaignLists"), "SalesRoute"),
});

const returns = createRoute({
  getParentRoute: () => staff,
  path: "/campaigns/returns",
  validateSearch: (raw: Record<string, unknown>): { of?: ReturnsOf } & Partial<Way> => {
    const kind = KINDS.find((each) => each === raw.of);
    return { ...(kind ? { of: kind } : {}), ...wayOf(raw) };
  },
  beforeLoad: words,
  loader: () => queryClient.ensureQueryData(objectQuery("leads")),
  component: lazyRouteComponent(() => import("./campaignLists"), "ReturnsRoute"),
});

export const campaignRoutes = [campaigns, newCampaign, campaign, people, sales, returns] as const;
