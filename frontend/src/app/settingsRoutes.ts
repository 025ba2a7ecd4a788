/** The settings area: one frame, and the pages that hang in it. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { loadWords } from "@/i18n/i18n";
import { designRoutes } from "./designRoutes";
import { failures } from "./failureRoutes";
import { marketingRoutes } from "./marketingRoutes";
import { settings } from "./settingsRoot";

const index = createRoute({
  getParentRoute: () => settings,
  path: "/",
  component: lazyRouteComponent(() => import("@/admin/settings/SettingsIndex"), "SettingsIndex"),
});

const users = createRoute({
  getParentRoute: () => settings,
  path: "/users",
  component: lazyRouteComponent(() => import("@/admin/users/UsersPage"), "UsersPage"),
});

const teams = createRoute({
  getParentRoute: () => settings,
  path: "/teams",
  component: lazyRouteComponent(() => import("@/admin/teams/TeamsPage"), "TeamsPage"),
});

const roles = createRoute({
  getParentRoute: () => settings,
  path: "/roles",
  component: lazyRouteComponent(() => import("@/admin/roles/RolesPage"), "RolesPage"),
});

const role = createRoute({
  getParentRoute: () => settings,
  path: "/roles/$key",
  component: lazyRouteComponent(() => import("./rolePage"), "RoleRoute"),
});

const duplicates = createRoute({
  getParentRoute: () => settings,
  path: "/duplicates",
  validateSearch: (raw: Record<string, unknown>): { object?: string; state?: "dismissed" } => ({
    ...(typeof raw.object === "string" && raw.object ? { object: raw.object } : {}),
    ...(raw.state === "dismissed" ? { state: raw.state } : {}),
  }),
  component: lazyRouteComponent(() => import("./duplicatePages"), "DuplicatesRoute"),
});

const merges = createRoute({
  getParentRoute: () => settings,
  path: "/merges",
  loader: () => loadWords("records"),
  component: lazyRouteComponent(() => import("@/admin/duplicates/MergesPage"), "MergesPage"),
});

const audit = createRoute({
  getParentRoute: () => settings,
  path: "/audit",
  validateSearch: (raw: Record<string, unknown>): { log?: string } =>
    typeof raw.log === "string" ? { log: raw.log } : {},
  loader: () => loadWords("records"),
  component: lazyRouteComponent(() => import("./auditPage"), "AuditRoute"),
});

const company = createRoute({
  getParentRoute: () => settings,
  path: "/company",
  component: lazyRouteComponent(() => import("@/admin/company/CompanyPage"), "CompanyPage"),
});

const apiKeys = createRoute({
  getParentRoute: () => settings,
  path: "/api-keys",
  component: lazyRouteComponent(() => import("@/admin/keys/ApiKeysPage"), "ApiKeysPage"),
});

const tags = createRoute({
  getParentRoute: () => settings,
  path: "/tags",
  component: lazyRouteComponent(() => import("@/admin/tags/TagsPage"), "TagsPage"),
});

const privacy = createRoute({
  getParentRoute: () => settings,
  path: "/privacy",
  component: lazyRouteComponent(() => import("@/admin/privacy/PrivacyPage"), "PrivacyPage"),
});

const sending = createRoute({
  getParentRoute: () => settings,
  path: "/sending",
  component: lazyRouteComponent(() => import("@/admin/sending/SendingPage"), "SendingPage"),
});

const actionRules = createRoute({
  getParentRoute: () => settings,
  path: "/action-rules",
  beforeLoad: () => loadWords("actionRules", "filters"),
  component: lazyRouteComponent(() => import("./actionRulesPage"), "ActionRulesRoute"),
});

export const settingsRoutes = settings.addChildren([
  ...designRoutes,
  index,
  company,
  apiKeys,
  users,
  teams,
  roles,
  role,
  duplicates,
  merges,
  audit,
  tags,
  privacy,
  sending,
  actionRules,
  failures,
  ...marketingRoutes,
]);
