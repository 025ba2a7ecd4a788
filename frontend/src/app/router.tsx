import { createRoute, createRouter, lazyRouteComponent, notFound, redirect } from "@tanstack/react-router";
import { objectQuery } from "@/api/objects";
import { recordQuery } from "@/api/records";
import { viewsQuery } from "@/api/views";
import { loadWords } from "@/i18n/i18n";
import { readSearch } from "@/kit/list/listState";
import { alarmRoutes } from "./alarmRoutes";
import { automationRoutes } from "./automationRoutes";
import { campaignRoutes } from "./campaignRoutes";
import { formRoutes } from "./formRoutes";
import { ProblemPage } from "./ProblemPage";
import { queryClient } from "./queryClient";
import { root, staff } from "./roots";
import { settingsRoutes } from "./settingsRoutes";

const text = (value: unknown) => (typeof value === "string" && value ? value : undefined);

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: (
    raw: Record<string, unknown>,
  ): { next?: string | undefined; email?: string | undefined; reset?: boolean } => ({
    next: text(raw.next),
    email: text(raw.email),
    ...(raw.reset === true ? { reset: true } : {}),
  }),
  loader: () => loadWords("session"),
  component: lazyRouteComponent(() => import("./authPages"), "SignIn"),
});

const forgot = createRoute({
  getParentRoute: () => root,
  path: "/forgot",
  validateSearch: (raw: Record<string, unknown>): { email?: string | undefined } => ({ email: text(raw.email) }),
  loader: () => loadWords("session"),
  component: lazyRouteComponent(() => import("./authPages"), "Forgot"),
});

const reset = createRoute({
  getParentRoute: () => root,
  path: "/reset",
  loader: () => loadWords("session"),
  component: lazyRouteComponent(() => import("./authPages"), "Reset"),
});

const signUp = createRoute({
  getParentRoute: () => root,
  path: "/sign-up",
  loader: () => loadWords("session"),
  component: lazyRouteComponent(() => import("./authPages"), "SignUp"),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: "/invitation",
  validateSearch: (raw: Record<string, unknown>) => ({ code: text(raw.code), email: text(raw.email) }),
  loader: () => loadWords("session"),
  component: lazyRouteComponent(() => import("./authPages"), "Accept"),
});

const preferences = createRoute({
  getParentRoute: () => root,
  path: "/preferences/$token",
  beforeLoad: () => loadWords("consent"),
  component: lazyRouteComponent(() => import("./linkPages"), "Preferences"),
});

const confirm = createRoute({
  getParentRoute: () => root,
  path: "/confirm/$token",
  beforeLoad: () => loadWords("consent"),
  component: lazyRouteComponent(() => import("./linkPages"), "Confirm"),
});

const sharedList = createRoute({
  getParentRoute: () => root,
  path: "/l/$token",
  beforeLoad: () => loadWords("sharedLists"),
  component: lazyRouteComponent(() => import("./linkPages"), "SharedList"),
});

const sharedLists = createRoute({
  getParentRoute: () => staff,
  path: "/shared-lists",
  beforeLoad: () => loadWords("sharedLists"),
  component: lazyRouteComponent(() => import("@/features/sharedLists/SharedListsPage"), "SharedListsPage"),
});

const today = createRoute({
  getParentRoute: () => staff,
  path: "/",
  loader: () =>
    Promise.all([
      loadWords("today"),
      ...["tasks", "deals"].map((plural) => queryClient.ensureQueryData(objectQuery(plural))),
    ]),
  component: lazyRouteComponent(() => import("./todayPage"), "TodayRoute"),
});

export const list = createRoute({
  getParentRoute: () => staff,
  path: "/records/$plural",
  validateSearch: readSearch,
  loader: ({ params: { plural } }) =>
    Promise.all([
      loadWords("lists", "filters"),
      queryClient.ensureQueryData(objectQuery(plural)),
      // Without its views a list is still a list.
      queryClient.ensureQueryData(viewsQuery(plural)).catch(() => []),
    ]),
  component: lazyRouteComponent(() => import("./listPage"), "ListPage"),
});

export const record = createRoute({
  getParentRoute: () => staff,
  path: "/records/$plural/$id",
  validateSearch: (raw: Record<string, unknown>): { tab?: string | undefined } => ({ tab: text(raw.tab) }),
  loader: ({ params: { plural, id } }) =>
    Promise.all([
      loadWords("records"),
      queryClient.ensureQueryData(objectQuery(plural)),
      queryClient.ensureQueryData(recordQuery(plural, id)),
    ]),
  component: lazyRouteComponent(() => import("./recordPage"), "RecordRoute"),
  errorComponent: lazyRouteComponent(() => import("./recordProblem"), "RecordProblem"),
});

const imports = createRoute({
  getParentRoute: () => staff,
  path: "/imports",
  loader: () => loadWords("imports"),
  component: lazyRouteComponent(() => import("@/kit/import/ImportsPage"), "ImportsPage"),
});

export const newImport = createRoute({
  getParentRoute: () => staff,
  path: "/imports/new",
  validateSearch: (raw: Record<string, unknown>): { object?: string } =>
    text(raw.object) ? { object: text(raw.object) as string } : {},
  loader: () => loadWords("imports"),
  component: lazyRouteComponent(() => import("./newImportPage"), "NewImportRoute"),
});

export const oneImport = createRoute({
  getParentRoute: () => staff,
  path: "/imports/$id",
  loader: () => loadWords("imports"),
  component: lazyRouteComponent(() => import("./importPage"), "ImportRoute"),
});

const jobs = createRoute({
  getParentRoute: () => staff,
  path: "/jobs",
  loader: () => loadWords("jobs"),
  component: lazyRouteComponent(() => import("@/kit/jobs/JobsPage"), "JobsPage"),
});

const job = createRoute({
  getParentRoute: () => staff,
  path: "/jobs/$id",
  loader: () => loadWords("jobs"),
  component: lazyRouteComponent(() => import("./jobPage"), "JobRoute"),
});

const trash = createRoute({
  getParentRoute: () => staff,
  path: "/trash",
  validateSearch: (raw: Record<string, unknown>): { object?: string } =>
    text(raw.object) ? { object: text(raw.object) as string } : {},
  loader: () => loadWords("jobs"),
  component: lazyRouteComponent(() => import("./trashPage"), "TrashRoute"),
});

const notifications = createRoute({
  getParentRoute: () => staff,
  path: "/notifications",
  component: lazyRouteComponent(() => import("@/shell/notifications/NotificationsPage"), "NotificationsPage"),
});

const team = createRoute({
  getParentRoute: () => staff,
  path: "/team",
  beforeLoad: () => {
    throw redirect({ to: "/settings/users" });
  },
});

/** For whoever works on the fields: in development, and where a test asks for it. */
const gallery = createRoute({
  getParentRoute: () => staff,
  path: "/dev/gallery",
  beforeLoad: () => {
    if (!import.meta.env.DEV && !sessionStorage.getItem("tendero-gallery")) throw notFound();
  },
  component: lazyRouteComponent(() => import("@/dev/GalleryPage"), "GalleryPage"),
});

const account = createRoute({
  getParentRoute: () => staff,
  path: "/account",
  beforeLoad: () => loadWords("admin", "session"),
  component: lazyRouteComponent(() => import("@/admin/account/AccountPage"), "AccountPage"),
});

const templates = createRoute({
  getParentRoute: () => staff,
  path: "/templates",
  beforeLoad: () => loadWords("templates"),
  component: lazyRouteComponent(() => import("@/features/templates/TemplatesPage"), "TemplatesPage"),
});

export const template = createRoute({
  getParentRoute: () => staff,
  path: "/templates/$id",
  validateSearch: (raw: Record<string, unknown>): { at?: string | undefined } => ({ at: text(raw.at) }),
  beforeLoad: () => loadWords("templates", "checks"),
  loader: async ({ params: { id } }) => {
    const { templateQuery } = await import("@/api/templates");
    return queryClient.ensureQueryData(templateQuery(id));
  },
  component: lazyRouteComponent(() => import("./templatePage"), "TemplateRoute"),
});

const segments = createRoute({
  getParentRoute: () => staff,
  path: "/segments",
  beforeLoad: () => loadWords("segments"),
  component: lazyRouteComponent(() => import("@/features/segments/SegmentsPage"), "SegmentsPage"),
});

const newSegment = createRoute({
  getParentRoute: () => staff,
  path: "/segments/new",
  beforeLoad: () => loadWords("segments", "filters"),
  component: lazyRouteComponent(() => import("@/features/segments/NewSegmentPage"), "NewSegmentPage"),
});

export const segment = createRoute({
  getParentRoute: () => staff,
  path: "/segments/$id",
  validateSearch: (raw: Record<string, unknown>): { tab?: string | undefined } => ({ tab: text(raw.tab) }),
  beforeLoad: () => loadWords("segments", "filters"),
  loader: async ({ params: { id } }) => {
    const { segmentQuery } = await import("@/api/segments");
    const found = await queryClient.ensureQueryData(segmentQuery(id));
    await queryClient.ensureQueryData(objectQuery(found.object));
  },
  component: lazyRouteComponent(() => import("./segmentPage"), "SegmentRoute"),
});

const routeTree = root.addChildren([
  signIn,
  signUp,
  forgot,
  reset,
  invitation,
  preferences,
  confirm,
  sharedList,
  staff.addChildren([
    account,
    notifications,
    today,
    list,
    record,
    imports,
    newImport,
    oneImport,
    jobs,
    job,
    trash,
    sharedLists,
    team,
    settingsRoutes,
    ...campaignRoutes,
    ...automationRoutes,
    ...alarmRoutes,
    segments,
    newSegment,
    segment,
    templates,
    template,
    ...formRoutes,
    gallery,
  ]),
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
