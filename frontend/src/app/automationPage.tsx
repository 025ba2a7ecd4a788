import { AutomationPage } from "@/features/automations/AutomationPage";
import { Predicates } from "@/features/automations/predicates";
import { automation } from "./automationRoutes";
import { PREDICATES } from "./segmentPredicates";

export function AutomationRoute() {
  const { id } = automation.useParams();
  return (
    <Predicates value={PREDICATES}>
      <AutomationPage key={id} id={id} asked={automation.useSearch()} />
    </Predicates>
  );
}
