import { expect, test } from "vitest";
import { compile } from "@/metadata/compile";
import { deals } from "@/test/builders";
import { nextSort, queryOf, readSearch } from "./listState";

const object = compile(deals());

test("an address is read leniently: what is not understood is left out", () => {
  expect(readSearch({ q: 7, view: "globe", where: { stage: ["new", 1], odd: "x" }, sort: "-amount" })).toEqual({
    q: "7",
    sort: "-amount",
    where: { stage: ["new", "1"] },
  });
});

test("one option asks for equality, several for membership, and unknown fields for nothing", () => {
  expect(queryOf(object, { where: { stage: ["new"] } }).filter).toEqual({ field: "stage", op: "eq", value: "new" });
  expect(queryOf(object, { where: { stage: ["new", "won"], gone: ["x"] } }).filter).toEqual({
    field: "stage",
    op: "in",
    value: ["new", "won"],
  });
});

test("a search has its own order", () => {
  expect(queryOf(object, { q: "aceite", sort: "amount" })).toEqual({ q: "aceite" });
  expect(queryOf(object, {})).toEqual({ sort: "-updated_at" });
});

test("a column's head goes up, down and back", () => {
  expect(nextSort(undefined, "amount")).toBe("amount");
  expect(nextSort("amount", "amount")).toBe("-amount");
  expect(nextSort("-amount", "amount")).toBeUndefined();
});
