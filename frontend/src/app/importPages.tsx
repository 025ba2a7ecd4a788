import { useParams, useSearch } from "@tanstack/react-router";
import { ImportPage } from "@/kit/import/ImportPage";
import { NewImport } from "@/kit/import/NewImport";

export function NewImportRoute() {
  const { object } = useSearch({ from: "/staff/imports/new" });
  return <NewImport object={object} />;
}

export function ImportRoute() {
  const { id } = useParams({ from: "/staff/imports/$id" });
  return <ImportPage key={id} id={id} />;
}
