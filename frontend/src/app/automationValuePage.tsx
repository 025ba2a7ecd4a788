import { ValuePage } from "@/features/automations/value/ValuePage";
import { automationValue } from "./automationRoutes";

const USUAL = 30;

export function AutomationValueRoute() {
  const { days } = automationValue.useSearch();
  const navigate = automationValue.useNavigate();
  return <ValuePage days={days ?? USUAL} onDays={(asked) => navigate({ search: { days: asked }, replace: true })} />;
}
