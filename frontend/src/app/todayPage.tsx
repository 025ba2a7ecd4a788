import { Welcome } from "@/features/onboarding/Welcome";
import { TodayPage } from "@/features/today/TodayPage";

export function TodayRoute() {
  return <TodayPage welcome={<Welcome />} />;
}
