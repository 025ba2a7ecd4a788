import { useSearch } from "@tanstack/react-router";
import { NewImport } from "@/kit/import/NewImport";

export function NewImportRoute() {
  const { object } = useSearch({ from: "/staff/imports/new" });
  return <NewImport object={object} />;
}
