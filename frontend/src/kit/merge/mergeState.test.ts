import { expect, test } from "vitest";
import type { MergePreview } from "@/api/recordTypes";
import type { FieldMeta } from "@/api/types";
import { compile } from "@/metadata/compile";
import { deal, deals } from "@/test/builders";
import { choicesToSend, keptOf, likelyWinner, rowsOf, UNITED } from "./mergeState";

const TAGS: FieldMeta = { name: "tags", type: "tags", label: { es: "Etiquetas", en: "Tags" }, multiple: true };
const document = deals();
const object = compile({ ...document, fields: [...document.fields, TAGS] });
const full = deal({ id: "full", name: "Aceite", amount: { amount: "10.00", currency: "EUR" }, tags: ["vip"] });
const bare = deal({ id: "bare", name: "Aceite S.L.", amount: null, tags: ["vip", "bar"] });
const preview = (sources: Record<string, string>): MergePreview => ({
  record: full,
  sources,
  versions: {},
  moves: [],
  exact: true,
});

test("what the records disagree about comes first, then what only one of them knows; what is the same stays away", () => {
  const rows = rowsOf(object, [full, bare], preview({}));

  expect(rows.map(({ field, isDisputed }) => [field.name, isDisputed])).toEqual([
    ["name", true],
    ["tags", true],
    ["amount", false],
  ]);
  expect(rowsOf(object, [full, bare], preview({}), true).map(({ field }) => field.name)).toContain("stage");
});

test("the winner's value stays unless it lacks one, several values unite, and a choice beats both", () => {
  const [name, tags] = rowsOf(object, [full, bare], preview({}));
  if (!name || !tags) throw new Error("rows expected");

  expect(keptOf(name, {}, preview({}), "full")).toBe("full");
  expect(keptOf(name, {}, preview({ name: "bare" }), "full")).toBe("bare");
  expect(keptOf(name, { name: "bare" }, preview({ name: "full" }), "full")).toBe("bare");
  expect(keptOf(tags, {}, preview({}), "full")).toBe(UNITED);
  expect(choicesToSend({ name: "bare", tags: UNITED })).toEqual({ name: "bare" });
});

test("the fullest record is proposed to stay, the older one of two that are as full", () => {
  expect(likelyWinner(object, [bare, full])).toBe("full");
  const older = { ...full, id: "older", created_at: "2025-01-01T00:00:00Z" };
  expect(likelyWinner(object, [full, older])).toBe("older");
});
