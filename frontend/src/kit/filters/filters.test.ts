import { expect, test } from "vitest";
import type { FieldMeta, Filter } from "@/api/types";
import { compile } from "@/metadata/compile";
import { deals } from "@/test/builders";
import { draftOf, filterOfDraft, newCondition } from "./draft";
import { momentOf } from "./moments";
import { asked, edited, isComplete, operatorsOf, startOf, takesOf, withOperator } from "./operators";
import { readAge, readCounted, writeAge, writeCounted } from "./periods";
import { chosenOf, pruned, readFilter, withChosen } from "./tree";

const object = compile(deals());
const field = (type: FieldMeta["type"], operators: string[]): FieldMeta => ({
  name: type,
  type,
  label: { es: type, en: type },
  operators,
});
const EQUALITY = ["eq", "ne", "in", "not_in", "empty", "not_empty"];
const ORDER = ["gt", "gte", "lt", "lte", "between", "not_between"];
const amount = field("money", [...EQUALITY, ...ORDER]);
const stage = field("stage", EQUALITY);
const fieldOf = () => undefined;

test("a tree comes out of the builder as it went in", () => {
  const one: Filter = { field: "stage", op: "eq", value: "new" };
  const other: Filter = { field: "amount", op: "gte", value: "1000" };
  for (const filter of [
    one,
    { all: [one, other] },
    { any: [one, other] },
    { not: { any: [one, other] } },
    { not: { all: [one, other] } },
    { all: [one, { any: [other, { not: one }] }] },
  ] satisfies Filter[])
    expect(filterOfDraft(draftOf(filter), fieldOf)).toEqual(filter);
});

test("a condition that is not finished asks nothing", () => {
  const draft = draftOf({ field: "stage", op: "eq", value: "new" });
  draft.members.push(newCondition({ field: "amount", op: "between", value: ["1", null] }));

  expect(filterOfDraft(draft, fieldOf)).toEqual({ field: "stage", op: "eq", value: "new" });
});

test("every operator that a field has is in its menu; one and several ticks are one question", () => {
  expect(operatorsOf(amount)).toEqual([...ORDER, "eq", "ne", "in", "not_in", "not_empty", "empty"]);
  expect(operatorsOf(stage)).toEqual(["in", "not_in", "not_empty", "empty"]);
  expect(edited(stage, { field: "stage", op: "eq", value: "new" })).toEqual({
    field: "stage",
    op: "in",
    value: ["new"],
  });
  expect(asked(stage, { field: "stage", op: "not_in", value: ["new"] })).toEqual({
    field: "stage",
    op: "ne",
    value: "new",
  });
});

test("what was typed survives another operator where it makes sense", () => {
  const from = { field: "money", op: "gte", value: "1000" };

  expect(withOperator(amount, from, "between").value).toEqual(["1000", null]);
  expect(withOperator(amount, from, "in").value).toEqual(["1000"]);
  expect(withOperator(amount, from, "empty")).toEqual({ field: "money", op: "empty" });
  expect(isComplete(withOperator(amount, from, "between"))).toBe(false);
});

test("a new condition on a date is a period, and takes every kind of operand", () => {
  const due = field("date_time", [...EQUALITY, ...ORDER, "during", "not_during", "older_than", "further_than"]);

  expect(startOf(due)).toEqual({ field: "date_time", op: "during", value: "this_month" });
  expect(withOperator(due, startOf(due), "older_than").value).toBe("30_days");
  expect(takesOf("regexp")).toBe("part");
});

test("until a day includes the day, and after it begins the next", () => {
  expect(momentOf("lte", "2026-11-21")).toBe("2026-11-21T23:59:59");
  expect(momentOf("gt", "2026-11-21")).toBe("2026-11-21T23:59:59");
  expect(momentOf("gte", "2026-11-21")).toBe("2026-11-21T00:00:00");
  expect([momentOf("between", "2026-11-01", 0), momentOf("between", "2026-11-30", 1)]).toEqual([
    "2026-11-01T00:00:00",
    "2026-11-30T23:59:59",
  ]);
});

test("counted periods and ages are read and written as the API has them", () => {
  expect(readCounted("last_7_days")).toEqual({ direction: "last", count: 7, unit: "day" });
  expect(writeCounted({ direction: "next", count: 1, unit: "quarter" })).toBe("next_1_quarter");
  expect(readCounted("last_month")).toBeUndefined();
  expect(readAge(writeAge(2, "week"))).toEqual({ count: 2, unit: "week" });
});

test("a tree of an address is read as far as it is one", () => {
  const good = { field: "stage", op: "eq", value: "new" };

  expect(readFilter({ all: [good, { any: [] }, 7, { field: 3 }] })).toEqual({ all: [good] });
  expect(readFilter({ not: { field: "amount" } })).toEqual({ not: { field: "amount", op: "eq" } });
  expect(readFilter("all")).toBeUndefined();
  expect(pruned({ any: [{ field: "gone", op: "empty" }] }, (name) => object.fields.has(name))).toBeUndefined();
});

test("ticked values join the other conditions", () => {
  const large: Filter = { field: "amount", op: "gt", value: "1000" };
  const both = withChosen(large, "stage", ["new", "won"]);

  expect(both).toEqual({ all: [large, { field: "stage", op: "in", value: ["new", "won"] }] });
  expect(chosenOf(both, "stage")).toEqual(["new", "won"]);
  expect(withChosen(both, "stage", [])).toEqual(large);
});

test("a list asks who is in a segment, and nothing else that only segments ask", () => {
  const member = { segment: "01ARZ3NDEKTSV4RRFFQ69G5FAV" };
  const related = { related: "orders", of: "count" as const, op: "gte", value: 1 };

  expect(readFilter(member)).toEqual(member);
  expect(pruned({ all: [member, related] }, () => true)).toEqual({ all: [member] });
});
