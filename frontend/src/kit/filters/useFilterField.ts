import { useMaybeObject } from "@/api/objects";
import type { FieldMeta } from "@/api/types";
import { useTarget } from "@/fields/linkNames";
import { useWords } from "@/i18n/useWords";
import type { CompiledObject } from "@/metadata/compile";
import { fieldAt } from "./fieldAt";
import { partsOf } from "./parts";

export interface FilterField {
  field: FieldMeta;
  /** What people call it: `Sector`, or `Empresa › Sector` of a linked record. */
  name: string;
}

const NONE: FieldMeta = { name: "", type: "text", label: { es: "", en: "" } };

/** The field that a path means; undefined while the linked object is being fetched, or when there is none. */
export function useFilterField(object: CompiledObject, path: string): FilterField | undefined {
  const { label } = useWords();
  const [first = "", ...parts] = path.split(".");
  const rest = parts.join(".");
  const own = object.fields.get(first);
  const target = useTarget(own ?? NONE);
  const linked = useMaybeObject(rest ? target?.plural : undefined);
  if (!own) return undefined;
  if (!rest) return { field: own, name: label(own.label) };
  const inner = partsOf(own).find((part) => part.name === path);
  if (inner) return { field: inner, name: label(inner.label) };
  const field = linked && fieldAt(linked, [], rest);
  return field && { field, name: `${label(own.label)} › ${label(field.label)}` };
}

/** The fields that conditions can ask, in the order of the object. */
export function filterable(object: CompiledObject): FieldMeta[] {
  return [...object.fields.values()].filter((field) => field.filterable && !field.hidden);
}
