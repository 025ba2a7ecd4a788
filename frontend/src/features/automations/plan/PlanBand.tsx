import { lazy, Suspense } from "react";
import { usePlans } from "@/api/plans";
import { loadWords } from "@/i18n/i18n";
import type { RecordSlotProps } from "@/kit/slots";

const Plans = lazy(async () => {
  const [module] = await Promise.all([import("./Plans"), loadWords("plans")]);
  return { default: module.Plans };
});

/** The plans that a record follows, where it follows any or may. */
export function PlanBand({ object, record }: RecordSlotProps) {
  const plans = usePlans(object.plural, record.id).data;
  if (!plans || !(plans.items.length || plans.offered.length)) return null;
  return (
    <Suspense fallback={null}>
      <Plans object={object} record={record} plans={plans} />
    </Suspense>
  );
}
