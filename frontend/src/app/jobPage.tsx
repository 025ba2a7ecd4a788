import { useParams } from "@tanstack/react-router";
import { JobPage } from "@/kit/jobs/JobPage";

export function JobRoute() {
  const { id } = useParams({ from: "/staff/jobs/$id" });
  return <JobPage key={id} id={id} />;
}
