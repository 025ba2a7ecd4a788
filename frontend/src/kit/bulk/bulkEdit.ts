import type { BulkWish, FieldMeta } from "@/api/types";
import type { CompiledObject } from "@/metadata/compile";
import { isEditable } from "@/metadata/compile";

/** The edits of many records that a list offers. */
export type BulkEdit = "update" | "transfer" | "tag" | "untag" | "delete";

export interface BulkForm {
  field: string | null;
  value: unknown;
  owner: string | null;
  tags: string[];
}

export const BLANK: BulkForm = { field: null, value: null, owner: null, tags: [] };

/** The fields that can be given one value on many records; what must be of its own on each is left out. */
export function fieldsToEdit(object: CompiledObject): FieldMeta[] {
  return [...object.fields.values()].filter(
    (field) => isEditable(field) && !field.unique && field.type !== "lines" && field.type !== "file",
  );
}

/** What is asked of the API, once the form says enough. */
export function wishOf(
  object: CompiledObject,
  action: BulkEdit,
  target: BulkWish["target"],
  form: BulkForm,
): BulkWish | undefined {
  const asked = { object: object.plural, action, target };
  if (action === "update") {
    const field = form.field ? object.fields.get(form.field) : undefined;
    if (!field || (field.required && form.value === null)) return undefined;
    return { ...asked, changes: { [field.name]: form.value } };
  }
  if (action === "transfer") return form.owner ? { ...asked, owner: form.owner } : undefined;
  if (action === "tag" || action === "untag") return form.tags.length ? { ...asked, tags: form.tags } : undefined;
  return asked;
}
