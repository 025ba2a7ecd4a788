import { expect, test } from "vitest";
import type { Block } from "@/api/templates";
import { INNER, isComplete, KINDS, moved, newBlock, summaryOf, withIds } from "./blocks";

test("every kind that is offered can begin empty", () => {
  for (const kind of KINDS) expect(newBlock(kind)).toMatchObject({ kind, id: expect.stringMatching(/^[\w-]{8}$/) });
  expect(INNER.every((kind) => KINDS.includes(kind))).toBe(true);
});

test("a block is told by its first words, whatever they are called", () => {
  expect(summaryOf({ kind: "heading", text: "Aceite nuevo" })).toBe("Aceite nuevo");
  expect(summaryOf({ kind: "text", html: "<p>Hola <strong>Ana</strong></p>" })).toBe("Hola Ana");
  expect(summaryOf({ kind: "button", label: "Pedir", url: "https://olmedo.example" })).toBe("Pedir");
  expect(summaryOf({ kind: "divider" })).toBe("");
});

test("what lacks its words is not shown yet", () => {
  expect(isComplete({ kind: "heading", text: " " })).toBe(false);
  expect(isComplete({ kind: "products", items: [] })).toBe(false);
  expect(isComplete({ kind: "image", src: "" })).toBe(false);
  expect(isComplete({ kind: "spacer", height: 8 })).toBe(true);
});

test("a moved block takes the place it is given, and blocks without an id get one", () => {
  const blocks: Block[] = [{ kind: "heading", id: "a" }, { kind: "text", id: "b" }, { kind: "footer" }];
  expect(moved(blocks, 0, 1).map((block) => block.kind)).toEqual(["text", "heading", "footer"]);
  expect(withIds(blocks).every((block) => block.id)).toBe(true);
});
