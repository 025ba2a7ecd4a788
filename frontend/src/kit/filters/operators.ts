/** The operators of the API, what each compares with, and what an editor begins with. */
import type { FieldMeta, FieldTypeName } from "@/api/types";
import type { Condition } from "./tree";

export type Takes = "nothing" | "one" | "two" | "several" | "part" | "period" | "age";

const TAKES: Record<string, Takes> = {
  eq: "one",
  ne: "one",
  in: "several",
  not_in: "several",
  gt: "one",
  gte: "one",
  lt: "one",
  lte: "one",
  between: "two",
  not_between: "two",
  empty: "nothing",
  not_empty: "nothing",
  contains: "part",
  not_contains: "part",
  starts: "part",
  not_starts: "part",
  ends: "part",
  not_ends: "part",
  like: "part",
  not_like: "part",
  regexp: "part",
  not_regexp: "part",
  during: "period",
  not_during: "period",
  older_than: "age",
  further_than: "age",
};

export const takesOf = (op: string): Takes => TAKES[op] ?? "one";

const EQUALITY = ["eq", "ne", "in", "not_in"];
const PRESENCE = ["not_empty", "empty"];
const TEXTUAL = ["contains", "not_contains", "starts", "not_starts", "ends", "not_ends"];
const ORDER = ["gt", "gte", "lt", "lte", "between", "not_between"];
const PATTERNS = ["like", "not_like", "regexp", "not_regexp"];
const TIME = ["during", "not_during", "older_than", "further_than"];

/** The order of a menu: what people ask of such a field first. */
const MENUS: Partial<Record<FieldTypeName, string[]>> = {
  date: [...TIME, ...ORDER, ...EQUALITY, ...PRESENCE],
  date_time: [...TIME, ...ORDER, ...EQUALITY, ...PRESENCE],
  number: [...ORDER, ...EQUALITY, ...PRESENCE],
  integer: [...ORDER, ...EQUALITY, ...PRESENCE],
  percent: [...ORDER, ...EQUALITY, ...PRESENCE],
  rating: [...ORDER, ...EQUALITY, ...PRESENCE],
  money: [...ORDER, ...EQUALITY, ...PRESENCE],
  time: [...ORDER, ...EQUALITY, ...PRESENCE],
};
const ANY = [...TEXTUAL, ...EQUALITY, ...ORDER, ...TIME, ...PRESENCE, ...PATTERNS];
const PICKED = ["in", "not_in", "contains", "not_contains", ...PRESENCE];

/** The type whose values a filter compares; what is computed compares as its result. */
export const typeOf = (field: FieldMeta): FieldTypeName => field.result ?? field.type;

const OPTIONS = new Set<FieldTypeName>(["choice", "stage", "multi_choice", "user"]);
const LISTED = new Set<FieldTypeName>([...OPTIONS, "link", "tags"]);

/** Whether the values of a field are picked from few, by ticking them. */
export const isPicked = (field: FieldMeta) => OPTIONS.has(typeOf(field));

/** Whether one and several values of a field are the same question. */
export const isListed = (field: FieldMeta) => LISTED.has(typeOf(field));

/** The operators offered for a field. Where values are ticked, one and several are the same question. */
export function operatorsOf(field: FieldMeta): string[] {
  const type = typeOf(field);
  const known = new Set(field.operators ?? (isListed(field) ? PICKED : ["eq", "ne", ...PRESENCE]));
  const menu = isListed(field) && known.has("in") ? PICKED : (MENUS[type] ?? ANY);
  return menu.filter((op) => known.has(op));
}

/** The operator as its menu has it: an equality of a picked field is a list of one. */
export function offered(field: FieldMeta, op: string): string {
  const operators = operatorsOf(field);
  if (operators.includes(op)) return op;
  const twin = op === "eq" ? "in" : op === "ne" ? "not_in" : op;
  return operators.includes(twin) ? twin : (operators[0] ?? op);
}

/** What a new condition on a field asks until somebody says more. */
export function startOf(field: FieldMeta, path = field.name): Condition {
  const op = operatorsOf(field)[0] ?? "not_empty";
  return { field: path, op, ...startValue(field, op) };
}

function startValue(field: FieldMeta, op: string): { value?: unknown } {
  const takes = takesOf(op);
  if (takes === "period") return { value: "this_month" };
  if (takes === "age") return { value: "30_days" };
  return typeOf(field) === "boolean" && takes === "one" ? { value: true } : {};
}

const isGiven = (value: unknown) => value !== null && value !== undefined && value !== "";

/** Whether a condition says all that it needs to be asked. */
export function isComplete({ op, value }: Condition): boolean {
  const takes = takesOf(op);
  if (takes === "nothing") return true;
  if (takes === "two") return Array.isArray(value) && value.length === 2 && value.every(isGiven);
  if (takes === "several") return Array.isArray(value) && value.some(isGiven);
  return isGiven(value);
}

/** The same condition under another operator; what was typed stays where it still makes sense. */
export function withOperator(field: FieldMeta, condition: Condition, op: string): Condition {
  const { value } = condition;
  const [before, after] = [takesOf(condition.op), takesOf(op)];
  const start = { field: condition.field, op };
  if (after === "nothing") return start;
  if (before === after) return value === undefined ? start : { ...start, value };
  const first = Array.isArray(value) ? value[0] : value;
  const isPlain = before === "one" || before === "two" || before === "several" || before === "part";
  if (!isPlain || !isGiven(first) || after === "period" || after === "age")
    return { ...start, ...startValue(field, op) };
  if (after === "several") return { ...start, value: [first] };
  return after === "two" ? { ...start, value: [first, null] } : { ...start, value: first };
}

/** A condition as it is asked: without empty places, and one value as an equality where ticks mean that. */
export function asked(field: FieldMeta, condition: Condition): Condition {
  if (takesOf(condition.op) !== "several" || !Array.isArray(condition.value)) return condition;
  const value = condition.value.filter(isGiven);
  if (value.length !== 1 || !isListed(field)) return { ...condition, value };
  return { ...condition, op: condition.op === "in" ? "eq" : "ne", value: value[0] };
}

/** A condition as its editor shows it. */
export function edited(field: FieldMeta, condition: Condition): Condition {
  const op = offered(field, condition.op);
  return op === condition.op ? condition : { ...withOperator(field, condition, op) };
}
