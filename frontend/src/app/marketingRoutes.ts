/** What is set about writing to people and calling servers, as the settings area hangs it in. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { BehindDay } from "@/api/marketing";
import { loadWords } from "@/i18n/i18n";
import { queryClient } from "./queryClient";
import { settings } from "./settingsRoot";

const marketing = createRoute({
  getParentRoute: () => settings,
  path: "/marketing",
  beforeLoad: () => loadWords("marketing"),
  component: lazyRouteComponent(() => import("@/features/marketing/MarketingPage"), "MarketingPage"),
});

const OF = ["sent", "bounced", "complained"] as const satisfies BehindDay["of"][];

export const reputationPeople = createRoute({
  getParentRoute: () => settings,
  path: "/marketing/people",
  beforeLoad: () => loadWords("marketing"),
  validateSearch: (raw: Record<string, unknown>): BehindDay => ({
    day: String(raw.day ?? ""),
    of: OF.find((one) => one === raw.of) ?? "sent",
  }),
  component: lazyRouteComponent(() => import("./reputationPage"), "ReputationPeopleRoute"),
});

const exclusions = createRoute({
  getParentRoute: () => settings,
  path: "/exclusions",
  beforeLoad: () => loadWords("marketing"),
  component: lazyRouteComponent(() => import("@/features/marketing/ExclusionsPage"), "ExclusionsPage"),
});

const webhooks = createRoute({
  getParentRoute: () => settings,
  path: "/webhooks",
  beforeLoad: () => loadWords("webhooks"),
  component: lazyRouteComponent(() => import("@/features/webhooks/WebhooksPage"), "WebhooksPage"),
});

export const webhook = createRoute({
  getParentRoute: () => settings,
  path: "/webhooks/$id",
  beforeLoad: () => loadWords("webhooks"),
  loader: async ({ params: { id } }) => {
    const { webhookQuery } = await import("@/api/webhooks");
    return queryClient.ensureQueryData(webhookQuery(id));
  },
  component: lazyRouteComponent(() => import("./webhookPage"), "WebhookRoute"),
});

export const marketingRoutes = [marketing, reputationPeople, exclusions, webhooks, webhook] as const;
