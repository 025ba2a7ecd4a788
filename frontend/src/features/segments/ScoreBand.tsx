import { lazy, Suspense } from "react";
import { withWords } from "@/i18n/i18n";
import type { RecordSlotProps } from "@/kit/slots";

const ScoreLine = lazy(() =>
  withWords("segments", () => import("./ScoreLine")).then((module) => ({ default: module.ScoreLine })),
);

/** How promising a record is, where anything gives it points. */
export function ScoreBand({ object, record }: RecordSlotProps) {
  if (typeof record.score !== "number" || !object.fields.has("score")) return null;
  return (
    <Suspense fallback={null}>
      <ScoreLine object={object} record={record} />
    </Suspense>
  );
}
