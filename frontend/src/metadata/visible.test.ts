import { expect, test } from "vitest";
import type { FieldMeta, Filter } from "@/api/types";
import { isVisible } from "./visible";

const asked = (visible_when: Filter, values: Record<string, unknown>) =>
  isVisible(
    { name: "c_reason", type: "text", label: { es: "Motivo", en: "Reason" }, visible_when } as FieldMeta,
    values,
  );

test.each<[Filter, Record<string, unknown>, boolean]>([
  [{ field: "stage", op: "eq", value: "lost" }, { stage: "lost" }, true],
  [{ field: "stage", op: "eq", value: "lost" }, { stage: "won" }, false],
  [{ field: "stage", op: "eq", value: "lost" }, {}, false],
  [{ field: "stage", op: "ne", value: "lost" }, {}, true],
  [{ field: "stage", op: "in", value: ["lost", "won"] }, { stage: "won" }, true],
  [{ field: "tags", op: "eq", value: "vip" }, { tags: ["new", "vip"] }, true],
  [{ field: "stage", op: "not_in", value: ["lost"] }, { stage: "won" }, true],
  [{ field: "size", op: "between", value: [1, 5] }, { size: 6 }, false],
  [{ field: "due", op: "during", value: "today" }, {}, true],
  [{ field: "tags", op: "empty" }, { tags: [] }, true],
  [{ field: "emails", op: "not_empty" }, { emails: [{ value: "a@b.example" }] }, true],
  [{ field: "amount", op: "gte", value: 1000 }, { amount: { amount: "1250.50", currency: "EUR" } }, true],
  [{ field: "close_date", op: "lt", value: "2026-12-01" }, { close_date: "2026-11-21" }, true],
  [{ all: [{ field: "a", op: "eq", value: 1 }, { not: { field: "b", op: "eq", value: 2 } }] }, { a: 1, b: 3 }, true],
  [
    {
      any: [
        { field: "a", op: "eq", value: 1 },
        { field: "b", op: "eq", value: 2 },
      ],
    },
    { a: 3, b: 3 },
    false,
  ],
])("%j of %j is %s", (rule, values, expected) => {
  expect(asked(rule, values)).toBe(expected);
});

test("a field without a rule is always asked", () => {
  expect(isVisible({ name: "name", type: "text", label: { es: "Nombre", en: "Name" } }, {})).toBe(true);
});
