import { use } from "react";
import type { Filter } from "@/api/types";
import { ConditionTree as Tree } from "@/kit/filters/ConditionTree";
import type { CompiledObject } from "@/metadata/compile";
import { Predicates } from "./predicates";

interface Props {
  object: CompiledObject;
  filter: Filter | null | undefined;
  onChange(filter: Filter | null): void;
}

/** Conditions of an automation, with what only segments ask. */
export function ConditionTree(props: Props) {
  return <Tree {...props} predicates={use(Predicates)} />;
}
