import type { FieldMeta, RecordRow } from "@/api/types";
import { isEmpty } from "@/fields/registry";
import type { CompiledObject } from "@/metadata/compile";
import { sameValue } from "@/metadata/sameValue";

export interface Compared {
  field: FieldMeta;
  isSame: boolean;
}

const TOLD_APART = ["created_at", "updated_at"];

/** The fields in which two records hold something, in the order of their page, with whether it is the same. */
export function compare(object: CompiledObject, one: RecordRow, other: RecordRow): Compared[] {
  const ordered = [...object.sections.flatMap((section) => section.fields.map((field) => field.name)), ...TOLD_APART];
  return [...new Set(ordered)]
    .map((name) => object.fields.get(name))
    .filter((field) => field !== undefined)
    .filter((field) => !(isEmpty(field, one[field.name]) && isEmpty(field, other[field.name])))
    .map((field) => ({ field, isSame: sameValue(one[field.name], other[field.name]) }));
}
