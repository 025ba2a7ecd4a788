/** The designer's pages, as the settings area hangs them in. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { OBJECT_TABS, OBJECTS_TABS, readTab } from "@/admin/objects/tabs";
import { currenciesQuery } from "@/api/currencies";
import { objectQuery } from "@/api/objects";
import { loadWords } from "@/i18n/i18n";
import { queryClient } from "./queryClient";
import { settings } from "./settingsRoot";

const objects = createRoute({
  getParentRoute: () => settings,
  path: "/objects",
  validateSearch: (raw: Record<string, unknown>) => readTab(OBJECTS_TABS, raw),
  component: lazyRouteComponent(() => import("@/admin/objects/ObjectsPage"), "ObjectsPage"),
});

const object = createRoute({
  getParentRoute: () => settings,
  path: "/objects/$plural",
  validateSearch: (raw: Record<string, unknown>) => readTab(OBJECT_TABS, raw),
  loader: ({ params }) => Promise.all([loadWords("filters"), queryClient.ensureQueryData(objectQuery(params.plural))]),
  component: lazyRouteComponent(() => import("@/admin/objects/ObjectPage"), "ObjectPage"),
});

const pipelines = createRoute({
  getParentRoute: () => settings,
  path: "/pipelines",
  component: lazyRouteComponent(() => import("@/admin/pipelines/PipelinesPage"), "PipelinesPage"),
});

const currencies = createRoute({
  getParentRoute: () => settings,
  path: "/currencies",
  loader: () => queryClient.ensureQueryData(currenciesQuery),
  component: lazyRouteComponent(() => import("@/admin/currencies/CurrenciesPage"), "CurrenciesPage"),
});

export const designRoutes = [objects, object, pipelines, currencies] as const;
