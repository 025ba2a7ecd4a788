import { useParams } from "@tanstack/react-router";
import { ImportPage } from "@/kit/import/ImportPage";

export function ImportRoute() {
  const { id } = useParams({ from: "/staff/imports/$id" });
  return <ImportPage key={id} id={id} />;
}
