import { expect, test } from "vitest";
import type { FieldMeta } from "@/api/types";
import { draftOf, fieldChanges, newField, undoing } from "./fieldDraft";

const both = (text: string) => ({ es: text, en: text });

const SIZE: FieldMeta = {
  name: "c_size",
  type: "choice",
  label: { es: "Talla", en: "Size" },
  custom: true,
  options: [
    { value: "s", label: both("S"), color: "blue" },
    { value: "m", label: both("M") },
  ],
};

test("a new field says only what is not so anyway", () => {
  const draft = { ...draftOf("text"), name: "c_note", label: { es: "Nota", en: "" }, searched: true };

  expect(newField(draft)).toEqual({
    name: "c_note",
    type: "text",
    label: { es: "Nota", en: "Nota" },
    searched: true,
  });
});

test("a change sends what changed, and what its undo sends is what was before", () => {
  const before = draftOf("choice", SIZE);
  const [first, second] = before.options;
  if (!first || !second) throw new Error("two options");
  const after = { ...before, required: true, options: [second, { ...first, hidden: true }] };

  const changes = fieldChanges(before, after);

  expect(changes).toEqual({
    required: true,
    options: [
      { value: "m", label: both("M"), color: null },
      { value: "s", label: both("S"), color: "blue", hidden: true },
    ],
  });
  expect(undoing(before, changes)).toEqual({
    required: false,
    options: [
      { value: "s", label: both("S"), color: "blue" },
      { value: "m", label: both("M"), color: null },
    ],
  });
});

test("a computed field is never required, and nothing changes when nothing was changed", () => {
  const draft = { ...draftOf("formula"), name: "c_tax", label: both("IVA"), formula: " amount * 0.21 " };

  expect(newField(draft)).toEqual({ name: "c_tax", type: "formula", label: both("IVA"), formula: "amount * 0.21" });
  expect(fieldChanges(draft, draft)).toEqual({});
});

test("a rollup is sent with its relation, and a link with where it leads", () => {
  const spent = { relation: "orders", function: "sum", field: "total" } as const;
  const rollup = { ...draftOf("rollup"), name: "c_spent", label: both("Gastado"), rollup: spent };
  const link = { ...draftOf("link"), name: "c_site", label: both("Sede"), to: "companies", multiple: true };

  expect(newField(rollup)).toMatchObject({ type: "rollup", rollup: { ...spent, filter: null } });
  expect(newField(link)).toMatchObject({ type: "link", link: { to: "companies" }, multiple: true });
});
