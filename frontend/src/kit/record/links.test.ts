import { expect, test } from "vitest";
import type { FieldMeta } from "@/api/types";
import { deal } from "@/test/builders";
import { linkedTo, withLink, withoutLink } from "./links";

const both = { es: "Empresas", en: "Companies" };
const ONE: FieldMeta = { name: "company", type: "link", label: both, to: "company" };
const MANY: FieldMeta = { ...ONE, name: "companies", multiple: true };
const DESCRIBED: FieldMeta = { ...MANY, attributes: ["role", "primary"] };

test("a link of one is replaced, and emptied by taking it out", () => {
  expect(linkedTo(ONE, "b")).toBe("b");
  expect(withLink(ONE, deal({ company: "a" }), "b")).toBe("b");
  expect(withoutLink(ONE, deal({ company: "b" }), "b")).toBeNull();
});

test("a link of several keeps the others, each once", () => {
  expect(linkedTo(MANY, "b")).toEqual(["b"]);
  expect(withLink(MANY, deal({ companies: ["a", "b"] }), "b")).toEqual(["a", "b"]);
  expect(withoutLink(MANY, deal({ companies: ["a", "b"] }), "b")).toEqual(["a"]);
});

test("what is told of a link stays with it", () => {
  const marta = deal({ companies: [{ id: "a", role: "Gerente", primary: true }] });

  expect(withLink(DESCRIBED, marta, "b")).toEqual([{ id: "a", role: "Gerente", primary: true }, { id: "b" }]);
  expect(withoutLink(DESCRIBED, marta, "a")).toBeNull();
});
