import { ReputationPeople } from "@/features/marketing/ReputationPeople";
import { reputationPeople } from "./marketingRoutes";

export function ReputationPeopleRoute() {
  return <ReputationPeople asked={reputationPeople.useSearch()} />;
}
