import { lazy, Suspense } from "react";
import { withWords } from "@/i18n/i18n";
import type { FormNoticeProps } from "../slots";

const AlikeNotice = lazy(async () => ({
  default: (await withWords("records", () => import("./AlikeNotice"))).AlikeNotice,
}));

/** What forms of new records say about those that are there already; it comes when a form is there to say it in. */
export function FormAlike({ object, values, record }: FormNoticeProps) {
  if (record) return null;
  return (
    <Suspense fallback={null}>
      <AlikeNotice object={object} values={values} />
    </Suspense>
  );
}
