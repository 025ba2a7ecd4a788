/** Whether a field is asked for, by the rule of its metadata; the server judges by the same rule when it is saved. */
import type { FieldMeta, Filter, Values } from "@/api/types";

export function isVisible(field: FieldMeta, values: Values): boolean {
  return !field.visible_when || holds(field.visible_when, values);
}

/** Whether only actions set a field of this record, as launching a campaign does its status. */
export function isByActions(field: FieldMeta, values: Values): boolean {
  return Boolean(field.by_actions_when && holds(field.by_actions_when, values));
}

function holds(filter: Filter, values: Values): boolean {
  if ("all" in filter) return filter.all.every((member) => holds(member, values));
  if ("any" in filter) return filter.any.some((member) => holds(member, values));
  if ("not" in filter) return !holds(filter.not, values);
  // What only a segment asks no form can judge: the field is asked.
  if (!("field" in filter)) return true;
  const own = keysOf(values[filter.field]);
  if (filter.op === "empty") return own.length === 0;
  if (filter.op === "ne") return !meets("eq", own, filter.value);
  return filter.op.startsWith("not_")
    ? !meets(filter.op.slice(4), own, filter.value)
    : meets(filter.op, own, filter.value);
}

/** The operators that a form can judge; of the others the server knows, and the field is asked. */
function meets(op: string, own: Key[], operand: unknown): boolean {
  const wanted = keysOf(operand);
  const [first, last] = wanted;
  switch (op) {
    case "empty":
      return own.length === 0;
    case "eq":
    case "in":
      return own.some((key) => wanted.includes(key));
    case "gt":
    case "gte":
    case "lt":
    case "lte":
      return own.some((key) => isInOrder(op, key, first));
    case "between":
      return own.some((key) => isInOrder("gte", key, first) && isInOrder("lte", key, last));
    case "contains":
      return own.some((key) => String(key).toLowerCase().includes(String(first).toLowerCase()));
    default:
      return true;
  }
}

type Key = string | number | boolean;

function keysOf(value: unknown): Key[] {
  if (value === null || value === undefined || value === "") return [];
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (typeof value !== "object") return [value as Key];
  const { amount, value: inner, id, utc } = value as Record<string, unknown>;
  if (amount !== undefined) return [Number(amount)];
  return keysOf(inner ?? id ?? utc);
}

function isInOrder(op: string, key: Key, limit: Key | undefined): boolean {
  if (limit === undefined) return false;
  const [one, other] = typeof key === "number" ? [key, Number(limit)] : [String(key), String(limit)];
  if (op === "gt") return one > other;
  if (op === "gte") return one >= other;
  return op === "lt" ? one < other : one <= other;
}
