import { FailuresPage } from "@/admin/failures/FailuresPage";
import { failures } from "./failureRoutes";

export function FailuresRoute() {
  return <FailuresPage kind={failures.useSearch().kind} />;
}
