import { expect, test } from "vitest";
import { differences, strays } from "../../tools/language.mjs";

test("both languages have the same words, in every plural they need", () => {
  expect(differences()).toEqual([]);
});

test("no component holds words of its own, and every word asked for exists", () => {
  expect(strays()).toEqual([]);
});
