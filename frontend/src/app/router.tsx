import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { meQuery } from "@/api/me";
import { objectQuery, objectsQuery } from "@/api/objects";
import { recordQuery } from "@/api/records";
import { changeLanguage } from "@/i18n/i18n";
import { readSearch } from "@/kit/listState";
import { languageOf } from "@/lib/locale";
import { start } from "@/session/session";
import { MissingPage, ProblemPage } from "./ProblemPage";
import { queryClient } from "./queryClient";

const root = createRootRoute({ component: Outlet, notFoundComponent: MissingPage, errorComponent: ProblemPage });

const text = (value: unknown) => (typeof value === "string" && value ? value : undefined);

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: (raw: Record<string, unknown>) => ({ next: text(raw.next), email: text(raw.email) }),
  component: lazyRouteComponent(() => import("./authPages"), "SignIn"),
});

const signUp = createRoute({
  getParentRoute: () => root,
  path: "/sign-up",
  component: lazyRouteComponent(() => import("./authPages"), "SignUp"),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: "/invitation",
  validateSearch: (raw: Record<string, unknown>) => ({ code: text(raw.code), email: text(raw.email) }),
  component: lazyRouteComponent(() => import("./authPages"), "Accept"),
});

/** The session gate: no page below it is drawn before we know who is there and what there is. */
const staff = createRoute({
  getParentRoute: () => root,
  id: "staff",
  beforeLoad: async ({ location }) => {
    if ((await start()) !== "signed-in")
      throw redirect({ to: "/sign-in", search: { next: nextOf(location.href), email: undefined } });
    const [me] = await Promise.all([queryClient.ensureQueryData(meQuery), queryClient.ensureQueryData(objectsQuery)]);
    await changeLanguage(languageOf(me.user.locale ?? me.tenant.locale));
  },
  component: lazyRouteComponent(() => import("./staffShell"), "StaffShell"),
});

const nextOf = (href: string) => (href === "/" ? undefined : href);

const today = createRoute({
  getParentRoute: () => staff,
  path: "/",
  loader: () => Promise.all(["tasks", "deals"].map((plural) => queryClient.ensureQueryData(objectQuery(plural)))),
  component: lazyRouteComponent(() => import("@/features/today/TodayPage"), "TodayPage"),
});

export const list = createRoute({
  getParentRoute: () => staff,
  path: "/records/$plural",
  validateSearch: readSearch,
  loader: ({ params }) => queryClient.ensureQueryData(objectQuery(params.plural)),
  component: lazyRouteComponent(() => import("./listPage"), "ListPage"),
});

export const record = createRoute({
  getParentRoute: () => staff,
  path: "/records/$plural/$id",
  loader: ({ params: { plural, id } }) =>
    Promise.all([
      queryClient.ensureQueryData(objectQuery(plural)),
      queryClient.ensureQueryData(recordQuery(plural, id)),
    ]),
  component: lazyRouteComponent(() => import("./recordPage"), "RecordRoute"),
});

const imports = createRoute({
  getParentRoute: () => staff,
  path: "/imports",
  component: lazyRouteComponent(() => import("@/kit/import/ImportsPage"), "ImportsPage"),
});

export const newImport = createRoute({
  getParentRoute: () => staff,
  path: "/imports/new",
  validateSearch: (raw: Record<string, unknown>): { object?: string } =>
    text(raw.object) ? { object: text(raw.object) as string } : {},
  component: lazyRouteComponent(() => import("./importPages"), "NewImportRoute"),
});

export const oneImport = createRoute({
  getParentRoute: () => staff,
  path: "/imports/$id",
  component: lazyRouteComponent(() => import("./importPages"), "ImportRoute"),
});

const team = createRoute({
  getParentRoute: () => staff,
  path: "/team",
  component: lazyRouteComponent(() => import("@/admin/TeamPage"), "TeamPage"),
});

const routeTree = root.addChildren([
  signIn,
  signUp,
  invitation,
  staff.addChildren([today, list, record, imports, newImport, oneImport, team]),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: false,
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 400,
  defaultErrorComponent: ProblemPage,
  // The page says what went wrong; the console has the failed request.
  defaultOnCatch: () => {},
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
