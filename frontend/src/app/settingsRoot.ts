import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { loadWords } from "@/i18n/i18n";
import { staff } from "./roots";

/** The frame in which every page of the settings hangs; their words come with it. */
export const settings = createRoute({
  getParentRoute: () => staff,
  path: "/settings",
  beforeLoad: () => loadWords("admin"),
  component: lazyRouteComponent(() => import("@/admin/settings/SettingsFrame"), "SettingsFrame"),
});
