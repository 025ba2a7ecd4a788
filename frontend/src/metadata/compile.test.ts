import { expect, test } from "vitest";
import { deal, deals } from "@/test/builders";
import { compile, nameOf } from "./compile";
import { sameValue } from "./sameValue";

const names = (fields: readonly { name: string }[]) => fields.map((field) => field.name);

test("a document becomes columns, sections, filters and a board", () => {
  const object = compile(deals());

  expect(names(object.columns)).toEqual(["name", "amount", "stage"]);
  expect(object.sections.map((section) => [section.name, names(section.fields)])).toEqual([
    ["main", ["name", "amount", "stage", "owner"]],
    ["more", ["close_date", "company", "lost_reason", "stage_since"]],
  ]);
  expect(names(object.filters)).toEqual(["stage", "lost_reason", "owner"]);
  expect(object.board?.options.map((option) => option.value)).toEqual(["new", "offer", "won", "lost"]);
  expect(object.board?.sum?.name).toBe("amount");
});

test("the quick form asks what is required and no field that cannot be written", () => {
  const object = compile(deals());

  expect(names(object.quick)).toEqual(["name", "amount", "stage"]);
});

test("the quick form asks also what the object declares for it, where it may be written, in the order of the sections", () => {
  const quick = ["company", "stage_since", "gone"];
  const object = compile(deals({ features: { quick } }));

  expect(names(object.quick)).toEqual(["name", "amount", "stage", "company"]);
});

test("an object without columns still gets a list that begins with its name", () => {
  const object = compile(deals({ columns: [], sections: [] }));

  expect(names(object.columns)[0]).toBe("name");
  expect(names(object.columns)).not.toContain("secret");
});

test("an object that nobody owns has no owner", () => {
  const object = compile(deals({ features: { owned: false } }));

  expect(object.fields.has("owner")).toBe(false);
});

test("a record is called by its name field, else by the end of its id", () => {
  expect(nameOf(deal(), "name")).toBe("Aceite para Hotel Retiro");
  expect(nameOf(deal({ name: undefined }), "name")).toBe("00DEAL");
});

test("values are the same whatever the order of their keys, and nothing equals nothing", () => {
  expect(sameValue({ amount: "1", currency: "EUR" }, { currency: "EUR", amount: "1" })).toBe(true);
  expect(sameValue(undefined, null)).toBe(true);
  expect(sameValue([{ value: "a", label: null }], [{ value: "a" }])).toBe(true);
  expect(sameValue("1", 1)).toBe(false);
});
