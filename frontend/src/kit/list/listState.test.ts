import { expect, test } from "vitest";
import { compile } from "@/metadata/compile";
import { deals } from "@/test/builders";
import { addressOf, isChanged, nextSort, queryOf, queryWith, readSearch, searchOf } from "./listState";

const object = compile(deals());
const IS_NEW = { field: "stage", op: "eq", value: "new" };
const IS_LARGE = { field: "amount", op: "gte", value: { amount: "1000", currency: "EUR" } };

test("an address is read leniently: what is not understood is left out", () => {
  expect(readSearch({ q: 7, layout: "globe", filter: "x", columns: [1], sort: "-amount", day: "soon" })).toEqual({
    q: "7",
    sort: "-amount",
  });
});

test("an address of old is still read", () => {
  expect(readSearch({ view: "board", where: { stage: ["new"], owner: ["ana", "luis"], odd: "x" } })).toEqual({
    layout: "board",
    filter: { all: [IS_NEW, { field: "owner", op: "in", value: ["ana", "luis"] }] },
  });
});

test("a list asks by its tree, without what the object does not have", () => {
  const gone = { field: "gone", op: "eq", value: 1 };

  expect(queryOf(object, { filter: { all: [IS_NEW, { not: gone }, { any: [IS_LARGE, gone] }] } }).filter).toEqual({
    all: [IS_NEW, { any: [IS_LARGE] }],
  });
  expect(queryOf(object, { filter: gone })).toEqual({ sort: "-updated_at" });
});

test("a condition on a linked record is asked through its link", () => {
  const filter = { field: "company.city", op: "eq", value: "Toledo" };

  expect(queryOf(object, { filter }).filter).toEqual(filter);
});

test("a search has its own order", () => {
  expect(queryOf(object, { q: "aceite", sort: "amount" })).toEqual({ q: "aceite" });
});

test("an order that the object cannot have is its usual one", () => {
  expect(queryOf(object, { sort: "-amount" })).toEqual({ sort: "-amount" });
  expect(queryOf(object, { sort: "company" })).toEqual({ sort: "-updated_at" });
});

test("more conditions join those of the list", () => {
  expect(queryWith(object, { filter: IS_LARGE }, [IS_NEW]).filter).toEqual({ all: [IS_NEW, IS_LARGE] });
  expect(queryWith(object, {}, [IS_NEW]).filter).toEqual(IS_NEW);
});

test("an address says only what differs from its saved view", () => {
  const view = { layout: "board", filter: IS_NEW, by: "stage" } as const;
  const opened = searchOf({ saved: "v1" }, view);

  expect(opened).toEqual({ saved: "v1", ...view });
  expect(addressOf(opened, view)).toEqual({ saved: "v1" });
  const changed = addressOf({ ...opened, filter: undefined, sort: "amount" }, view);
  expect(changed).toEqual({ saved: "v1", filter: null, sort: "amount" });
  expect(searchOf(readSearch(changed), view)).toEqual({ saved: "v1", layout: "board", by: "stage", sort: "amount" });
  expect([isChanged({ saved: "v1" }), isChanged(changed)]).toEqual([false, true]);
});

test("a column's head goes up, down and back", () => {
  expect(nextSort(undefined, "amount")).toBe("amount");
  expect(nextSort("amount", "amount")).toBe("-amount");
  expect(nextSort("-amount", "amount")).toBeUndefined();
});
