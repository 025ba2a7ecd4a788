import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { GROUPS, TYPES } from "./types";

const reference = readFileSync(resolve(import.meta.dirname, "../../../../docs/reference/field-types.md"), "utf8");

const rows = [...reference.matchAll(/^\| `(\w+)` \|.*\|([^|]*)\|$/gm)].map(([, type, said]) => ({
  type: type as keyof typeof TYPES,
  said: said?.trim() ?? "",
}));

test("the designer lets a field of each type say what the API lets it say", () => {
  const told = rows.map(({ type, said }) => [
    type,
    said.startsWith("no firm") ? null : said.split(", ").filter(Boolean).sort(),
  ]);
  const known = Object.entries(TYPES).map(([type, { properties }]) => [
    type,
    properties ? [...properties].sort() : null,
  ]);

  expect(Object.fromEntries(known)).toEqual(Object.fromEntries(told));
});

test("every type that a firm may have is offered once", () => {
  const offered = GROUPS.flatMap((group) => group.types);
  const designable = Object.entries(TYPES).flatMap(([type, { properties }]) => (properties ? [type] : []));

  expect([...offered].sort()).toEqual(designable.sort());
});
