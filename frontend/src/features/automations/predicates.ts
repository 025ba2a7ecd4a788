import { createContext } from "react";
import type { PredicateParts } from "@/kit/filters/FilterGroup";

/** How conditions on related records, on what happened and on segments are edited; the page's route brings it. */
export const Predicates = createContext<PredicateParts | undefined>(undefined);
