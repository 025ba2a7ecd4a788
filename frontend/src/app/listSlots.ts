/** What features add to lists of records; it comes with the page, not with the application. */
import { lazy } from "react";
import { loadWords } from "@/i18n/i18n";
import { registerBulkAction, registerListAction } from "@/kit/slots";

registerBulkAction(
  "list",
  lazy(async () => {
    const [{ AddToList }] = await Promise.all([import("@/features/segments/AddToList"), loadWords("segments")]);
    return { default: AddToList };
  }),
);

registerListAction(
  "campaigns",
  lazy(() => import("@/features/campaigns/ReturnsLink").then((module) => ({ default: module.ReturnsLink }))),
);
