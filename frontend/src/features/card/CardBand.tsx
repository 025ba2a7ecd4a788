import { lazy, Suspense } from "react";
import { withWords } from "@/i18n/i18n";
import type { RecordSlotProps } from "@/kit/slots";
import classes from "./CardBand.module.css";

const CardPanel = lazy(() =>
  withWords("card", () => import("./CardPanel")).then((module) => ({ default: module.CardPanel })),
);

/** A customer at a glance, above everything else of their page. */
export function CardBand({ object, record }: RecordSlotProps) {
  if (!object.features.customer) return null;
  return (
    <div className={classes.band} data-print="never">
      <Suspense fallback={null}>
        <CardPanel object={object} record={record} />
      </Suspense>
    </div>
  );
}
