import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { compile } from "@/metadata/compile";
import { deal, deals, STAGES } from "@/test/builders";
import { renderStaff } from "@/test/render";
import { factsOf } from "./RecordHead";
import { StagePath, stepsOf } from "./StagePath";

const object = compile(deals());

test("the path says what is done, where the record stands and what is ahead", () => {
  const record = deal({ stage: "offer" });
  if (!object.board) throw new Error("deals have a board");
  renderStaff(
    <StagePath object={object} board={object.board} record={record} steps={stepsOf(object.board, record)} mayEdit />,
  );

  const steps = screen.getAllByRole("button");
  expect(steps.map((step) => step.getAttribute("data-state"))).toEqual(["past", "current", "ahead", "ahead"]);
  expect(screen.getByRole("button", { name: "Propuesta" })).toHaveAttribute("aria-current", "step");
  expect(screen.getByRole("button", { name: "Propuesta" })).toBeDisabled();
});

test("of several pipelines the path is that of the record, and two steps are no path", () => {
  const both = (STAGES.options ?? []).map((option, place) => ({ ...option, pipeline: place % 2 ? "a" : "b" }));
  const stages = { ...STAGES, options: [...both, ...both.map((one) => ({ ...one, value: `${one.value}2` }))] };
  const board = compile(deals({ fields: [stages], columns: [] })).board;

  expect(stepsOf(board, deal({ pipeline: "a" })).every((one) => one.pipeline === "a")).toBe(true);
  expect(stepsOf(board, deal({ pipeline: "nowhere" }))).toEqual([]);
});

test("key facts are columns that say something, without the name and what the path says", () => {
  expect(factsOf(object, deal({ owner: null })).map((field) => field.name)).toEqual(["amount"]);
  expect(factsOf(object, deal({ amount: null })).map((field) => field.name)).toEqual(["owner"]);
});
