import { expect, test } from "vitest";
import { STAGES } from "@/test/builders";
import { needy, overdueTasks, stalled, unattended, withoutNextStep, wonDuring } from "./needs";

const NOW = new Date("2026-11-22T09:41:27Z");
const ANA = "ana";
const patient = {
  ...STAGES,
  options: STAGES.options?.map((option) => (option.kind === "open" ? { ...option, expected_days: 7 } : option)) ?? [],
};

test("a deal stands still where its stage says how long it may stay, and nowhere else", () => {
  expect(stalled(ANA, STAGES)).toBeNull();
  expect(stalled(ANA, patient)).toEqual({
    all: [
      {
        all: [
          { field: "stage", op: "in", value: ["new", "offer"] },
          { field: "stage_since", op: "older_than", value: "7_days" },
        ],
      },
      { field: "owner", op: "eq", value: ANA },
    ],
  });
});

test("without a next step means open ones only, and everybody's when nobody is named", () => {
  expect(withoutNextStep(null, STAGES)).toEqual({
    all: [
      { field: "stage", op: "in", value: ["new", "offer"] },
      { field: "next_step", op: "empty" },
    ],
  });
  expect(needy(null, STAGES)).toEqual({
    all: [{ field: "stage", op: "in", value: ["new", "offer"] }, { any: [{ field: "next_step", op: "empty" }] }],
  });
});

test("a lead has waited since it arrived, wherever it arrived first; the same question is asked for an hour", () => {
  const asked = unattended(ANA, NOW);

  expect(JSON.stringify(asked)).toContain('"lt","value":"2026-11-21T09:00:00Z"');
  expect(unattended(ANA, new Date("2026-11-22T09:59:00Z"))).toEqual(asked);
});

test("overdue is told to the minute, and what was won by the calendar", () => {
  expect(overdueTasks(null, NOW)).toEqual({
    all: [
      { field: "status", op: "eq", value: "open" },
      { field: "due", op: "lt", value: "2026-11-22T09:41:00Z" },
    ],
  });
  expect(wonDuring(null, STAGES, "last_month")).toEqual({
    all: [
      { field: "stage", op: "in", value: ["won"] },
      { field: "closed_at", op: "during", value: "last_month" },
    ],
  });
});
