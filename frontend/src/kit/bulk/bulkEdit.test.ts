import { expect, test } from "vitest";
import { compile } from "@/metadata/compile";
import { deals } from "@/test/builders";
import { BLANK, fieldsToEdit, wishOf } from "./bulkEdit";

const object = compile(deals());
const target = { ids: ["a"] };

test("an edit is asked for once its form says enough", () => {
  expect(wishOf(object, "update", target, BLANK)).toBeUndefined();
  expect(wishOf(object, "update", target, { ...BLANK, field: "name" })).toBeUndefined();
  expect(wishOf(object, "update", target, { ...BLANK, field: "close_date" })).toMatchObject({
    action: "update",
    changes: { close_date: null },
  });
  expect(wishOf(object, "transfer", target, { ...BLANK, owner: "ana" })).toMatchObject({ owner: "ana" });
  expect(wishOf(object, "tag", target, BLANK)).toBeUndefined();
  expect(wishOf(object, "delete", { filter: null }, BLANK)).toEqual({
    object: "deals",
    action: "delete",
    target: { filter: null },
  });
});

test("what nobody may write is not offered", () => {
  const names = fieldsToEdit(object).map((field) => field.name);

  expect(names).toContain("stage");
  expect(names).not.toContain("stage_since");
  expect(names).not.toContain("secret");
});
