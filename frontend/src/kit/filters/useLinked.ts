import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { objectQuery, useObjects } from "@/api/objects";
import type { CompiledObject } from "@/metadata/compile";
import type { Linked } from "./fieldAt";
import { filterable } from "./useFilterField";

/** The objects that an object's links lead to, as far as they have come. */
export function useLinked(object: CompiledObject): Linked[] {
  const objects = useObjects();
  const links = useMemo(
    () =>
      filterable(object).flatMap((link) => {
        const target =
          link.type === "link" ? objects.find((one) => one.name === link.to || one.plural === link.to) : undefined;
        return target ? [{ link, plural: target.plural }] : [];
      }),
    [object, objects],
  );
  const found = useQueries({ queries: links.map(({ plural }) => objectQuery(plural)) });
  return links.flatMap(({ link }, place) => {
    const linked = found[place]?.data;
    return linked ? [{ link, object: linked }] : [];
  });
}
