import { useState } from "react";
import type { Filter } from "@/api/types";
import type { CompiledObject } from "@/metadata/compile";
import { draftOf, filterOfDraft, type GroupNode } from "./draft";
import { FilterGroup, type PredicateParts } from "./FilterGroup";
import { fieldAt } from "./fieldAt";
import { useLinked } from "./useLinked";

interface Props {
  object: CompiledObject;
  filter: Filter | null | undefined;
  predicates?: PredicateParts | undefined;
  onChange(filter: Filter | null): void;
}

/** Conditions as a tree to be changed by hand; what is not whole yet is not told. */
export function ConditionTree({ object, filter, predicates, onChange }: Props) {
  const linked = useLinked(object);
  const [draft, setDraft] = useState<GroupNode>(() => draftOf(filter ?? undefined));
  const change = (next: GroupNode) => {
    setDraft(next);
    onChange(filterOfDraft(next, (path) => fieldAt(object, linked, path)) ?? null);
  };
  return (
    <FilterGroup object={object} linked={linked} group={draft} depth={0} predicates={predicates} onChange={change} />
  );
}
