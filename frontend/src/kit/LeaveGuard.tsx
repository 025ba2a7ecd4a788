import { useBlocker } from "@tanstack/react-router";
import { lazy, Suspense } from "react";

const LeaveQuestion = lazy(() => import("./LeaveQuestion").then((module) => ({ default: module.LeaveQuestion })));

/** Asks before a page is left on which something is not saved. */
export function LeaveGuard({ isDirty }: { isDirty: boolean }) {
  const leaving = useBlocker({
    shouldBlockFn: () => isDirty,
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  });
  if (leaving.status !== "blocked") return null;
  return (
    <Suspense fallback={null}>
      <LeaveQuestion opened onStay={leaving.reset} onLeave={leaving.proceed} />
    </Suspense>
  );
}
