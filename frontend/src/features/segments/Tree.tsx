import { useState } from "react";
import type { Filter } from "@/api/types";
import { draftOf, filterOfDraft, type GroupNode } from "@/kit/filters/draft";
import { FilterGroup } from "@/kit/filters/FilterGroup";
import { fieldAt } from "@/kit/filters/fieldAt";
import { useLinked } from "@/kit/filters/useLinked";
import type { CompiledObject } from "@/metadata/compile";
import { PREDICATES } from "./predicates";

interface Props {
  object: CompiledObject;
  filter: Filter | undefined;
  onChange(filter: Filter | undefined): void;
}

/** The conditions of a segment as a tree to be changed by hand. */
export function Tree({ object, filter, onChange }: Props) {
  const linked = useLinked(object);
  const [draft, setDraft] = useState<GroupNode>(() => draftOf(filter));
  const change = (next: GroupNode) => {
    setDraft(next);
    onChange(filterOfDraft(next, (path) => fieldAt(object, linked, path)));
  };
  return (
    <FilterGroup object={object} linked={linked} group={draft} depth={0} predicates={PREDICATES} onChange={change} />
  );
}
