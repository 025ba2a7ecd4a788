import { RunPage } from "@/features/automations/RunPage";
import { automationRun } from "./automationRoutes";

export function AutomationRunRoute() {
  const { id, run } = automationRun.useParams();
  return <RunPage key={run} id={id} run={run} />;
}
