/** Alarms, as the staff's pages hang them in. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { loadWords } from "@/i18n/i18n";
import { queryClient } from "./queryClient";
import { staff } from "./roots";

const alarms = createRoute({
  getParentRoute: () => staff,
  path: "/alarms",
  beforeLoad: () => loadWords("alarms"),
  component: lazyRouteComponent(() => import("@/features/alarms/AlarmsPage"), "AlarmsPage"),
});

export const alarm = createRoute({
  getParentRoute: () => staff,
  path: "/alarms/$id",
  beforeLoad: () => loadWords("alarms"),
  loader: async ({ params: { id } }) => {
    const { alarmQuery } = await import("@/api/alarms");
    return queryClient.ensureQueryData(alarmQuery(id));
  },
  component: lazyRouteComponent(() => import("./alarmPage"), "AlarmRoute"),
});

export const alarmRoutes = [alarms, alarm] as const;
