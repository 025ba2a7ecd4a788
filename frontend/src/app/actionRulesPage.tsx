import { ActionRulesPage } from "@/features/card/rules/ActionRulesPage";
import { PREDICATES } from "./segmentPredicates";

export function ActionRulesRoute() {
  return <ActionRulesPage predicates={PREDICATES} />;
}
