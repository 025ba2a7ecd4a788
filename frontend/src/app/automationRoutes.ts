import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { RunState } from "@/api/automations";
import { objectQuery } from "@/api/objects";
import { loadWords } from "@/i18n/i18n";
import { queryClient } from "./queryClient";
import { staff } from "./roots";

const text = (value: unknown) => (typeof value === "string" && value ? value : undefined);
const STATES: readonly RunState[] = ["running", "waiting", "finished", "exited", "stopped", "failed"];

const DAY = /^\d{4}-\d{2}-\d{2}$/;

interface AutomationSearch {
  tab?: "runs" | undefined;
  state?: RunState | undefined;
  at?: string | undefined;
  passed?: string | undefined;
  since?: string | undefined;
}

const automations = createRoute({
  getParentRoute: () => staff,
  path: "/automations",
  beforeLoad: () => loadWords("automations"),
  component: lazyRouteComponent(() => import("@/features/automations/AutomationsPage"), "AutomationsPage"),
});

const PERIODS = [7, 30, 90, 365];
const USUAL = 30;

export const automationValue = createRoute({
  getParentRoute: () => staff,
  path: "/automations/value",
  validateSearch: (raw: Record<string, unknown>): { days?: number | undefined } => {
    const days = PERIODS.find((one) => one === Number(raw.days));
    return days && days !== USUAL ? { days } : {};
  },
  beforeLoad: () => loadWords("automations", "worth", "costs"),
  component: lazyRouteComponent(() => import("./automationValuePage"), "AutomationValueRoute"),
});

export const automation = createRoute({
  getParentRoute: () => staff,
  path: "/automations/$id",
  validateSearch: (raw: Record<string, unknown>): AutomationSearch => {
    const state = STATES.find((one) => one === raw.state);
    return {
      ...(raw.tab === "runs" ? { tab: "runs" } : {}),
      ...(state ? { state } : {}),
      ...(text(raw.at) ? { at: text(raw.at) } : {}),
      ...(text(raw.passed) ? { passed: text(raw.passed) } : {}),
      ...(DAY.test(text(raw.since) ?? "") ? { since: text(raw.since) } : {}),
    };
  },
  // Its conditions may ask whatever a segment asks, and are edited in the same words.
  beforeLoad: () => loadWords("automations", "segments", "filters"),
  loader: async ({ params: { id } }) => {
    const { automationQuery } = await import("@/api/automations");
    const found = await queryClient.ensureQueryData(automationQuery(id));
    await queryClient.ensureQueryData(objectQuery(found.object));
  },
  component: lazyRouteComponent(() => import("./automationPage"), "AutomationRoute"),
});

export const automationRun = createRoute({
  getParentRoute: () => staff,
  path: "/automations/$id/runs/$run",
  beforeLoad: () => loadWords("automations", "filters"),
  loader: async ({ params: { id, run } }) => {
    const { runQuery } = await import("@/api/automations");
    await queryClient.ensureQueryData(runQuery(id, run));
  },
  component: lazyRouteComponent(() => import("./automationRunPage"), "AutomationRunRoute"),
});

const assignments = createRoute({
  getParentRoute: () => staff,
  path: "/assignments",
  beforeLoad: () => loadWords("automations", "segments", "filters"),
  component: lazyRouteComponent(() => import("@/features/automations/rules/RulesPage"), "RulesPage"),
});

export const assignment = createRoute({
  getParentRoute: () => staff,
  path: "/assignments/$id",
  validateSearch: (raw: Record<string, unknown>): { person?: string | undefined } =>
    text(raw.person) ? { person: text(raw.person) } : {},
  // Its territories are conditions, said and edited in the words of filters.
  beforeLoad: () => loadWords("automations", "segments", "filters"),
  loader: async ({ params: { id } }) => {
    const { ruleQuery } = await import("@/features/automations/rules/rules");
    const found = await queryClient.ensureQueryData(ruleQuery(id));
    await queryClient.ensureQueryData(objectQuery(found.object));
  },
  component: lazyRouteComponent(() => import("./assignmentPage"), "AssignmentRoute"),
});

export const automationRoutes = [
  automations,
  automationValue,
  automation,
  automationRun,
  assignments,
  assignment,
] as const;
