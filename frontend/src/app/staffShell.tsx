import { lazy, Suspense } from "react";
import { watchFinishedTasks } from "@/features/activities/wishes";
import { loadWords } from "@/i18n/i18n";
import { startDensity } from "@/kit/list/density";
import { Shell } from "@/shell/Shell";
import { startKeeping } from "@/sw/register";
import { queryClient } from "./queryClient";
import "./features";

const Toasts = lazy(() => import("./Toasts").then((module) => ({ default: module.Toasts })));
const ActivityDialogs = lazy(() =>
  import("@/features/activities/ActivityDialogs").then((module) => ({ default: module.ActivityDialogs })),
);

/**
 * Forms come while nobody waits, so that the first click on a value finds its input, and so do the words that may be
 * needed without a network or in a notice over any page.
 */
const prepare = () => Promise.all([import("@/fields/inputs/inputs"), loadWords("problems", "jobs")]).catch(() => {});
if ("requestIdleCallback" in window) requestIdleCallback(prepare, { timeout: 4_000 });
else setTimeout(prepare, 2_000);

startDensity();
startKeeping();
watchFinishedTasks(queryClient);

/** The signed-in application: what it needs and the sign-in pages do not comes with it. */
export function StaffShell() {
  return (
    <>
      <Shell />
      <Suspense fallback={null}>
        <Toasts />
        <ActivityDialogs />
      </Suspense>
    </>
  );
}
