/** The pages of forms, as the portal hangs them in. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { objectQuery } from "@/api/objects";
import { loadWords } from "@/i18n/i18n";
import { queryClient } from "./queryClient";
import { staff } from "./roots";

const forms = createRoute({
  getParentRoute: () => staff,
  path: "/forms",
  beforeLoad: () => loadWords("forms"),
  component: lazyRouteComponent(() => import("@/features/forms/FormsPage"), "FormsPage"),
});

export const form = createRoute({
  getParentRoute: () => staff,
  path: "/forms/$id",
  beforeLoad: () => loadWords("forms"),
  loader: async ({ params: { id } }) => {
    const { formQuery } = await import("@/api/forms");
    const found = await queryClient.ensureQueryData(formQuery(id));
    await queryClient.ensureQueryData(objectQuery(found.object));
  },
  component: lazyRouteComponent(() => import("./formPage"), "FormRoute"),
});

export const formRoutes = [forms, form] as const;
