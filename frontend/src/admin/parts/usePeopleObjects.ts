import { useQueries } from "@tanstack/react-query";
import { objectQuery, useObjects } from "@/api/objects";

/** The objects whose records are people: those named by a name that is made of parts. */
export function usePeopleObjects(): string[] {
  const importable = useObjects().filter((object) => object.features.importable);
  return useQueries({
    queries: importable.map((object) => objectQuery(object.plural)),
    combine: (found) =>
      found.flatMap(({ data }) => (data?.fields.get(data.nameField)?.parts?.length ? [data.plural] : [])),
  });
}
