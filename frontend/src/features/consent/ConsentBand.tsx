import { lazy, Suspense } from "react";
import { loadWords } from "@/i18n/i18n";
import type { RecordSlotProps } from "@/kit/slots";
import classes from "./Consent.module.css";

const ConsentLine = lazy(async () => {
  await loadWords("consent");
  return { default: (await import("./ConsentLine")).ConsentLine };
});

/** Whether the firm may write to the person whom a record is about, and if not, why. */
export function ConsentBand({ object, record }: RecordSlotProps) {
  if (!object.features.reachable) return null;
  return (
    <div className={classes.line} data-print="never">
      <Suspense fallback={null}>
        <ConsentLine object={object} record={record} />
      </Suspense>
    </div>
  );
}
