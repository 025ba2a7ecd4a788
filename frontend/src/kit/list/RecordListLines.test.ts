import { describe, expect, test } from "vitest";
import { rowsOf } from "@/api/recordPages";
import { deal } from "@/test/builders";
import { flatLines, groupedLines, nextRecord } from "./RecordListLines";
import { rangeOf, toggled } from "./RecordListSelection";
import { MOST_ROWS, windowAt } from "./RecordListWindow";
import { linesToDraw } from "./RecordTable";

const named = (...ids: string[]) => ids.map((id) => deal({ id }));
const rows = (...ids: string[]) => rowsOf([{ items: named(...ids), next_cursor: null }]);
const head = (value: string | null, count: number, isOpen = true) => ({ value, count, isExact: true, isOpen });

describe("the lines of a list", () => {
  test("are its records, and places for those that are on their way", () => {
    const lines = flatLines(rows("a", "b"), 2);

    expect(lines.count).toBe(4);
    expect(lines.at(1)).toMatchObject({ kind: "record", key: "b" });
    expect(lines.at(3)?.kind).toBe("waiting");
    expect(lines.at(4)).toBeUndefined();
    expect(lines.ids()).toEqual(["a", "b"]);
  });

  test("are groups with their heads; an open one keeps a place for each record that has not come", () => {
    const known = new Map([["new", { rows: rows("a", "b"), hasMore: true }]]);
    const lines = groupedLines([head("new", 3), head("won", 5, false), head(null, 1)], (value) =>
      known.get(String(value)),
    );

    const kinds = Array.from({ length: lines.count }, (_, at) => lines.at(at)?.kind);

    expect(kinds).toEqual(["group", "record", "record", "waiting", "group", "group", "waiting"]);
    expect(lines.placeAt(2)).toEqual({ value: "new", row: 1 });
    expect(lines.at(6)).toMatchObject({ kind: "waiting", value: null });
  });

  test("are walked from record to record, over heads and places", () => {
    const known = new Map([
      ["new", { rows: rows("a"), hasMore: false }],
      ["won", { rows: rows("b"), hasMore: false }],
    ]);
    const lines = groupedLines([head("new", 1), head("won", 1)], (value) => known.get(String(value)));

    expect(nextRecord(lines, 1, 1)).toBe(3);
    expect(nextRecord(lines, 3, -1)).toBe(1);
    expect(nextRecord(lines, 3, 1)).toBe(3);
    expect(nextRecord(lines, 1, 50)).toBe(3);
  });
});

describe("the window on a list", () => {
  test("never holds more rows than the page may have, wherever it stands", () => {
    for (const top of [0, 39, 40, 3_999_999, 40 * 99_990])
      for (const view of [300, 850, 1_400]) {
        const { first, end } = windowAt(top, view, 40, 100_000);

        expect(end - first).toBeLessThanOrEqual(MOST_ROWS);
        expect(first * 40).toBeLessThanOrEqual(top);
        expect(Math.min(end, 100_000) * 40).toBeGreaterThanOrEqual(Math.min(top + view, 4_000_000));
      }
  });

  test("keeps the row with the focus, with gaps for what lies between", () => {
    expect(linesToDraw({ first: 10, end: 12 }, 3, 20)).toEqual([
      { kind: "gap", key: "gap-0", rows: 3 },
      { kind: "line", line: 3 },
      { kind: "gap", key: "gap-2", rows: 6 },
      { kind: "line", line: 10 },
      { kind: "line", line: 11 },
      { kind: "gap", key: "gap-end", rows: 8 },
    ]);
  });
});

describe("a selection", () => {
  test("goes from one record to another, whichever comes first", () => {
    const ids = ["a", "b", "c", "d"];

    expect(rangeOf(ids, "c", "a")).toEqual(["a", "b", "c"]);
    expect(rangeOf(ids, "gone", "b")).toEqual(["b"]);
  });

  test("is no longer all when one record is taken out", () => {
    const all = { ids: new Set(["a", "b"]), isAll: true };

    expect(toggled(all, ["a"], false)).toEqual({ ids: new Set(["b"]), isAll: false });
  });
});
