/** What failed for good, as the settings area hangs it in. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { FailureKind } from "@/api/failures";
import { loadWords } from "@/i18n/i18n";
import { settings } from "./settingsRoot";

const KINDS: readonly string[] = ["mail", "automation", "webhook", "job", "parked"] satisfies FailureKind[];

export const failures = createRoute({
  getParentRoute: () => settings,
  path: "/failures",
  beforeLoad: () => loadWords("failures", "jobs", "problems"),
  validateSearch: (raw: Record<string, unknown>): { kind?: FailureKind } =>
    KINDS.includes(String(raw.kind)) ? { kind: raw.kind as FailureKind } : {},
  component: lazyRouteComponent(() => import("./failuresPage"), "FailuresRoute"),
});
