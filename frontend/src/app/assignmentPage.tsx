import { Predicates } from "@/features/automations/predicates";
import { RulePage } from "@/features/automations/rules/RulePage";
import { assignment } from "./automationRoutes";
import { PREDICATES } from "./segmentPredicates";

export function AssignmentRoute() {
  const { id } = assignment.useParams();
  return (
    <Predicates value={PREDICATES}>
      <RulePage key={id} id={id} person={assignment.useSearch().person} />
    </Predicates>
  );
}
