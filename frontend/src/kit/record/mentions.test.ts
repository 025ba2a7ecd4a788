import { expect, test } from "vitest";
import { mentionAt, piecesOf, suggested, toShown, toStored } from "./mentions";

const ANA = { id: "01K00000000000000000000ANA", name: "Ana Ruiz" };
const ANABEL = { id: "01K0000000000000000000ANAB", name: "Ana Ruiz Gil" };
const INIGO = { id: "01K000000000000000000INIGO", name: "Íñigo Sáez" };

test("an at sign begins a mention at the start of a word, up to two words long", () => {
  expect(mentionAt("Hola @Ana Ru", 12)).toEqual({ typed: "Ana Ru", start: 5 });
  expect(mentionAt("@", 1)).toEqual({ typed: "", start: 0 });
  expect(mentionAt("ana@olmedo", 10)).toBeNull();
  expect(mentionAt("@Ana y nada más", 15)).toBeNull();
});

test("people are offered by any word of their name, whatever its accents", () => {
  expect(suggested([ANA, INIGO], "ini")).toEqual([INIGO]);
  expect(suggested([ANA, INIGO], "SAEZ")).toEqual([INIGO]);
  expect(suggested([INIGO, ANA], "")).toHaveLength(2);
});

test("names become mentions and mentions names, a longer name before the shorter one in it", () => {
  const said = "@Ana Ruiz Gil y @Ana Ruiz: mirad esto";

  const stored = toStored(said, [ANA, ANABEL]);

  expect(stored).toBe(`@[${ANABEL.id}] y @[${ANA.id}]: mirad esto`);
  expect(toShown(stored, [ANA, ANABEL])).toBe(said);
  expect(piecesOf(stored).map((piece) => piece.id)).toEqual([ANABEL.id, undefined, ANA.id, undefined]);
});
