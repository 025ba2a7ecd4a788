/** What a person decides about the columns of a file. */
import type { ImportColumn, ImportField, ImportTarget } from "@/api/types";
import { targetKey, targetOf } from "./targets";

/** The choice that makes a field of a column. */
export const NEW_FIELD = "+";
export const DOUBT = 0.7;

export type Answer = Pick<ImportColumn, "date_order" | "decimal_mark">;

/** Whether a column waits for an answer that only a person has: nothing is guessed and nothing decided yet. */
export function isOpen(column: ImportColumn): boolean {
  return column.question === "meaning" && Boolean(column.ask) && !column.target && !column.create_field;
}

export function keyOf(column: ImportColumn): string | null {
  if (column.create_field) return NEW_FIELD;
  return column.target ? targetKey(column.target) : null;
}

/** A column led somewhere, nowhere, or to a field that is yet to be made; what was asked is answered by it. */
export function led(column: ImportColumn, key: string | null, proposed: ImportTarget | null | undefined): ImportColumn {
  const { ask, create_field, ...rest } = column;
  const kept = column.question === "meaning" || !ask ? rest : { ...rest, ask };
  if (key === NEW_FIELD)
    return { ...kept, target: null, ...(column.suggested_field ? { create_field: column.suggested_field } : {}) };
  if (!key) return { ...kept, target: null };
  return { ...kept, target: proposed && targetKey(proposed) === key ? proposed : targetOf(key) };
}

/** Every column without a place becomes the field that it looks like. */
export function allNew(mapping: readonly ImportColumn[]): ImportColumn[] {
  return mapping.map((one) => (mayBecomeField(one) ? led(one, NEW_FIELD, null) : one));
}

export function mayBecomeField(column: ImportColumn): boolean {
  return Boolean(column.suggested_field) && !column.target && !column.create_field && !isOpen(column);
}

/** A column that was led to a day or an amount may have to be read in one way or another: the last look tells. */
export function withQuestions(mapping: readonly ImportColumn[], looked: readonly ImportColumn[]): ImportColumn[] {
  return mapping.map((one) => {
    const told = looked.find((other) => other.column === one.column);
    if (!one.target || one.question || !told?.question || told.question === "meaning") return one;
    const { question, date_order, decimal_mark } = told;
    return { ...one, question, ...(date_order ? { date_order } : {}), ...(decimal_mark ? { decimal_mark } : {}) };
  });
}

/** The types that a column may become; one with options keeps them for when it is a choice. */
export const NEW_TYPES = [
  "text",
  "long_text",
  "number",
  "integer",
  "percent",
  "money",
  "date",
  "boolean",
  "choice",
  "email",
  "phone",
  "url",
] as const;

export function withType(field: ImportField, type: string, options: ImportField["options"]): ImportField {
  const { name, label } = field;
  return {
    name,
    label,
    type,
    ...(type === "choice" && options ? { options } : {}),
    ...(type === "email" || type === "phone" ? { multiple: false } : {}),
  };
}

/** The order in which a mapping is sent: what leads somewhere first, so that refusals can be told by place. */
export function inOrder(mapping: readonly ImportColumn[]): ImportColumn[] {
  return [...mapping.filter((one) => !one.create_field), ...mapping.filter((one) => one.create_field)];
}

/** Refusals of `mapping.3` and `mapping.7.create_field.name`, by column. */
export function byColumn(errors: Record<string, string>, sent: readonly ImportColumn[]): Record<number, string> {
  const told: Record<number, string> = {};
  for (const [path, text] of Object.entries(errors)) {
    const [root, place, part] = path.split(".");
    if (root !== "mapping" || place === undefined) continue;
    const column = part === "create_field" ? Number(place) : sent[Number(place)]?.column;
    if (column !== undefined) told[column] ??= text;
  }
  return told;
}
