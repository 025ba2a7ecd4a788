/** What a formula may use, as it is offered: docs/reference/formulas.md has the whole. */
import type { FieldMeta, FieldTypeName } from "@/api/types";

const UNUSABLE = new Set<FieldTypeName>(["long_text", "rich_text", "link", "address", "file", "lines"]);

export function usableIn(field: FieldMeta): boolean {
  return !field.hidden && !UNUSABLE.has(field.type);
}

export const CALLS: { kind: string; calls: string[] }[] = [
  { kind: "logic", calls: ["if(, , )", "coalesce(, )", "is_empty()", "and(, )", "or(, )", "not()"] },
  { kind: "numbers", calls: ["round(, 2)", "abs()", "floor()", "ceil()", "mod(, )", "min(, )", "max(, )", "number()"] },
  { kind: "money", calls: ["base()", "amount()", "currency()", 'money(, "EUR")'] },
  {
    kind: "dates",
    calls: ["today()", "now()", "days_between(, )", "add_days(, )", "add_months(, )", "year()", "month()", "day()"],
  },
  {
    kind: "texts",
    calls: [
      "concat(, )",
      "contains(, )",
      "starts(, )",
      "left(, )",
      "right(, )",
      "lower()",
      "upper()",
      "trim()",
      "len()",
    ],
  },
];
