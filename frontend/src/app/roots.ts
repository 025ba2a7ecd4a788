import { createRootRoute, createRoute, lazyRouteComponent, Outlet, redirect } from "@tanstack/react-router";
import { meQuery } from "@/api/me";
import { objectsQuery } from "@/api/objects";
import { changeLanguage } from "@/i18n/i18n";
import { languageOf } from "@/lib/locale";
import { start } from "@/session/session";
import { wearBrand } from "@/theme/brand";
import { MissingPage, ProblemPage } from "./ProblemPage";
import { queryClient } from "./queryClient";

export const root = createRootRoute({ component: Outlet, notFoundComponent: MissingPage, errorComponent: ProblemPage });

const nextOf = (href: string) => (href === "/" ? undefined : href);

/** The session gate: no page below it is drawn before we know who is there and what there is. */
export const staff = createRoute({
  getParentRoute: () => root,
  id: "staff",
  beforeLoad: async ({ location }) => {
    if ((await start()) !== "signed-in")
      throw redirect({ to: "/sign-in", search: { next: nextOf(location.href), email: undefined } });
    const [me] = await Promise.all([queryClient.ensureQueryData(meQuery), queryClient.ensureQueryData(objectsQuery)]);
    await Promise.all([
      changeLanguage(languageOf(me.user.locale ?? me.tenant.locale)),
      wearBrand(me.tenant.brand_color),
    ]);
  },
  component: lazyRouteComponent(() => import("./staffShell"), "StaffShell"),
});
