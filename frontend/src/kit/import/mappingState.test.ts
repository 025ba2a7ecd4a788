import { expect, test } from "vitest";
import type { ImportColumn } from "@/api/types";
import { allNew, byColumn, inOrder, isOpen, keyOf, led, NEW_FIELD, withType } from "./mappingState";

const label = { es: "Nivel", en: "Nivel" };
const OPTIONS = [{ value: "oro", label: { es: "Oro", en: "Oro" } }];
const ASKED: ImportColumn = {
  column: 0,
  header: "Nombre",
  target: null,
  ask: true,
  question: "meaning",
  candidates: [
    { object: "contacts", field: "name" },
    { object: "companies", field: "name" },
  ],
};
const LEVEL: ImportColumn = {
  column: 1,
  header: "Nivel",
  target: null,
  suggested_field: { name: "c_nivel", type: "choice", label, options: OPTIONS },
};
const BORN: ImportColumn = {
  column: 2,
  header: "Nacido",
  target: { object: "contacts", field: "birthday" },
  ask: true,
  question: "date_order",
  date_order: "dmy",
};

test("a column that may mean two things stays open until somebody says which", () => {
  const company = led(ASKED, "companies.name", null);

  expect(isOpen(ASKED)).toBe(true);
  expect(isOpen(company)).toBe(false);
  expect(company.target).toEqual({ object: "companies", field: "name" });
  expect(isOpen(led(ASKED, null, null))).toBe(false);
});

test("a question about how to read a column is kept when the column is led elsewhere", () => {
  expect(led(BORN, "contacts.description", null)).toMatchObject({ ask: true, date_order: "dmy" });
});

test("every column without a place becomes a field at once, but for those that wait for an answer", () => {
  const [asked, level, born] = allNew([ASKED, LEVEL, BORN]);

  expect(asked && keyOf(asked)).toBeNull();
  expect(level && keyOf(level)).toBe(NEW_FIELD);
  expect(born && keyOf(born)).toBe("contacts.birthday");
});

test("a new field keeps its options only as a choice", () => {
  const field = LEVEL.suggested_field as NonNullable<ImportColumn["suggested_field"]>;

  expect(withType(field, "text", OPTIONS)).toEqual({ name: "c_nivel", type: "text", label });
  expect(withType(field, "choice", OPTIONS)).toEqual(field);
});

test("a refusal is told beside the column that it is about", () => {
  const sent = inOrder([led(LEVEL, NEW_FIELD, null), BORN]);

  expect(byColumn({ "mapping.0": "repeated", "mapping.1.create_field.name": "taken" }, sent)).toEqual({
    2: "repeated",
    1: "taken",
  });
});
