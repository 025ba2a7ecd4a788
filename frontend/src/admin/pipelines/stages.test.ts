import { expect, test } from "vitest";
import type { RecordRow } from "@/api/types";
import { draftOf, heirs, newStage, settledMoves, valuesOf, withKind } from "./stages";

const PIPELINE = {
  id: "p",
  version: 4,
  name: "Ventas",
  is_default: true,
  stages: [
    { key: "new", label: "Nueva", probability: 10, order: 1, expected_days: 7, kind: "open" },
    { key: "offer", label: "Propuesta", probability: 50, order: 2, kind: "open" },
    { key: "won", label: "Ganada", probability: 100, order: 3, kind: "won" },
    { key: "lost", label: "Perdida", probability: 0, order: 4, kind: "lost" },
  ],
} as unknown as RecordRow;

test("the order of the list is the order of the stages, and a stage without a name is none", () => {
  const draft = draftOf(PIPELINE);
  const [first, second, ...ends] = draft.stages;
  if (!first || !second) throw new Error("four stages");

  expect(valuesOf({ ...draft, name: " Ventas ", stages: [second, first, newStage(), ...ends] })).toEqual({
    name: "Ventas",
    is_default: true,
    stages: [
      { key: "offer", label: "Propuesta", kind: "open", probability: 50 },
      { key: "new", label: "Nueva", kind: "open", probability: 10, expected_days: 7 },
      { key: "won", label: "Ganada", kind: "won", probability: 100 },
      { key: "lost", label: "Perdida", kind: "lost", probability: 0 },
    ],
  });
});

test("a stage that ends a deal is certain, and waits for nothing", () => {
  const stage = { ...newStage("Firmada"), expected_days: 9 };

  expect(withKind(stage, "won")).toMatchObject({ probability: 100, expected_days: null });
  expect(withKind(withKind(stage, "lost"), "open")).toMatchObject({ probability: 50 });
});

test("deals go to a saved stage that stays and asks no reason", () => {
  const { stages } = draftOf(PIPELINE);
  const [first] = stages;
  if (!first) throw new Error("a stage");

  expect(heirs([...stages, newStage("Otra")], first).map((stage) => stage.key)).toEqual(["offer", "won"]);
});

test("a stage that is taken away after it took deals in passes them on", () => {
  const draft = draftOf(PIPELINE);
  const stages = draft.stages.filter((stage) => stage.key === "won" || stage.key === "lost");

  expect(settledMoves({ ...draft, stages, moves: { new: "offer", offer: "won" } })).toEqual([
    ["new", "won"],
    ["offer", "won"],
  ]);
});
