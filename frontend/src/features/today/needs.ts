/** The conditions behind each number of the day; the number and the list that it opens ask the same. */
import type { FieldMeta, Filter, Option } from "@/api/types";
import { joined } from "@/kit/filters/tree";

const HOUR = 3_600_000;

export const is = (field: string, value: unknown): Filter => ({ field, op: "eq", value });
const oneOf = (field: string, value: readonly string[]): Filter => ({ field, op: "in", value: [...value] });

/** The whole hour in which an instant lies: a condition that is the same for a while is asked once. */
const hourOf = (at: number) => new Date(at - (at % HOUR)).toISOString().replace(/\.\d+Z$/, "Z");

/** Everything, or what one person is responsible for. */
export type Whose = string | null;

const all = (whose: Whose, ...conditions: Filter[]): Filter =>
  joined([...conditions, ...(whose ? [is("owner", whose)] : [])]) ?? { all: [] };

export const openTasks = (whose: Whose) => all(whose, is("status", "open"));

export const overdueTasks = (whose: Whose, now: Date) =>
  all(whose, is("status", "open"), {
    field: "due",
    op: "lt",
    value: now.toISOString().replace(/:\d\d\.\d+Z$/, ":00Z"),
  });

export const tasksOfToday = (whose: Whose) =>
  all(whose, is("status", "open"), { field: "due", op: "during", value: "today" });

const stagesOf = (stage: FieldMeta | undefined, kind: Option["kind"]) =>
  (stage?.options ?? []).filter((option) => option.kind === kind);
const valuesOf = (options: readonly Option[]) => options.map((option) => option.value);

export const withoutNextStep = (whose: Whose, stage: FieldMeta | undefined) =>
  all(whose, oneOf("stage", valuesOf(stagesOf(stage, "open"))), { field: "next_step", op: "empty" });

/** Longer in a stage than it expects; stages that expect the same are asked together. */
function standingStill(stage: FieldMeta | undefined): Filter[] {
  const expected = new Map<number, string[]>();
  for (const option of stagesOf(stage, "open"))
    if (option.expected_days)
      expected.set(option.expected_days, [...(expected.get(option.expected_days) ?? []), option.value]);
  return [...expected].map(([days, values]) => ({
    all: [
      values.length > 1 ? oneOf("stage", values) : is("stage", values[0]),
      { field: "stage_since", op: "older_than", value: `${days}_days` },
    ],
  }));
}

/** Null where no stage says how long a deal may stay. */
export function stalled(whose: Whose, stage: FieldMeta | undefined): Filter | null {
  const ways = standingStill(stage);
  return ways.length ? all(whose, ways.length > 1 ? { any: ways } : (ways[0] as Filter)) : null;
}

/** The deals of either kind, as one list. */
export function needy(whose: Whose, stage: FieldMeta | undefined): Filter {
  const idle: Filter = { field: "next_step", op: "empty" };
  return all(whose, oneOf("stage", valuesOf(stagesOf(stage, "open"))), { any: [idle, ...standingStill(stage)] });
}

/** New for a day and more: as long as the flag of a lead waits. */
export function unattended(whose: Whose, now: Date): Filter {
  const before = hourOf(now.getTime() - 24 * HOUR);
  const arrived = "original_created_at";
  return all(whose, is("status", "new"), {
    any: [
      { field: arrived, op: "lt", value: before },
      {
        all: [
          { field: arrived, op: "empty" },
          { field: "created_at", op: "lt", value: before },
        ],
      },
    ],
  });
}

export const wonDuring = (whose: Whose, stage: FieldMeta | undefined, period: "this_month" | "last_month") =>
  all(whose, oneOf("stage", valuesOf(stagesOf(stage, "won"))), { field: "closed_at", op: "during", value: period });
