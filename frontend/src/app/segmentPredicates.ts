import { lazy } from "react";
import type { PredicateParts } from "@/kit/filters/FilterGroup";

/** What segments ask is edited elsewhere too; it comes with the first condition that somebody opens. */
const asked = () => import("@/features/segments/predicates").then(({ PREDICATES }) => PREDICATES);

export const PREDICATES: PredicateParts = {
  Row: lazy(async () => ({ default: (await asked()).Row })),
  Add: lazy(async () => ({ default: (await asked()).Add })),
};
