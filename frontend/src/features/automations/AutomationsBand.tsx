import { lazy, Suspense } from "react";
import { loadWords } from "@/i18n/i18n";
import type { RecordSlotProps } from "@/kit/slots";

const BandLine = lazy(async () => {
  const [module] = await Promise.all([import("./BandLine"), loadWords("automations")]);
  return { default: module.BandLine };
});

/** The automations that a record is or was in. */
export function AutomationsBand({ object, record }: RecordSlotProps) {
  return (
    <Suspense fallback={null}>
      <BandLine object={object} record={record} />
    </Suspense>
  );
}
