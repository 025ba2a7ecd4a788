import { expect, test } from "vitest";
import { deals } from "@/test/builders";
import { freeName, moveField, moveSection, POOL, poolOf } from "./arrange";

const both = (text: string) => ({ es: text, en: text });
const MAIN = { name: "main", label: both("Datos"), fields: ["amount", "stage"] };
const MORE = { name: "more", label: both("Más"), fields: ["company"] };

test("what stands in no section waits in the pool, but not the name nor what nobody sees", () => {
  expect(poolOf(deals(), [MAIN])).toEqual(["close_date", "company", "lost_reason", "stage_since"]);
});

test("a field goes from one section to a place in another", () => {
  expect(moveField([MAIN, MORE], "stage", { section: "more", index: 0 })).toEqual([
    { ...MAIN, fields: ["amount"] },
    { ...MORE, fields: ["stage", "company"] },
  ]);
});

test("a field moves within its section", () => {
  expect(moveField([MAIN], "amount", { section: "main", index: 1 })).toEqual([
    { ...MAIN, fields: ["stage", "amount"] },
  ]);
});

test("a field that goes to the pool leaves its section", () => {
  expect(moveField([MAIN], "amount", { section: POOL, index: 3 })).toEqual([{ ...MAIN, fields: ["stage"] }]);
});

test("sections change places, and a new one has a name of its own", () => {
  expect(moveSection([MAIN, MORE], 1, 0)).toEqual([MORE, MAIN]);
  expect(freeName([MAIN, { ...MORE, name: "section_3" }])).toBe("section_4");
});
