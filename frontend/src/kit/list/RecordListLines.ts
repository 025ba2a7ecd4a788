/** What a list shows, line by line: records, the heads of their groups, and places where records are yet to come. */
import type { Rows } from "@/api/recordPages";
import type { RecordRow } from "@/api/types";

export type GroupValue = string | number | boolean | null;

export interface GroupHead {
  /** The value that its records share; null for those that have none. */
  value: GroupValue;
  count: number;
  /** Whether the count is all there are, or a lower bound. */
  isExact: boolean;
  isOpen: boolean;
}

export type Line =
  | { kind: "record"; key: string; id: string; record: RecordRow }
  | { kind: "group"; key: string; group: GroupHead }
  /** Of a record that was here before, the id; of one that is yet to come, nothing. */
  | { kind: "waiting"; key: string; id?: string; value: GroupValue };

export interface Lines {
  count: number;
  at(index: number): Line | undefined;
  /** The ids of the records that were here, in order: what a range of a selection is cut from. */
  ids(): readonly string[];
}

const waiting = (value: GroupValue, at: number, id?: string): Line => ({
  kind: "waiting",
  key: `waiting-${value}-${at}`,
  value,
  ...(id ? { id } : {}),
});

function lineOf(rows: Rows | undefined, row: number, value: GroupValue = null): Line {
  const record = rows?.at(row);
  if (!record) return waiting(value, row, rows?.idAt(row));
  return { kind: "record", key: `${value ?? ""}${record.id}`, id: record.id, record };
}

/** Records one after the other, and a few empty places behind them while more are on their way. */
export function flatLines(rows: Rows, places = 0): Lines {
  const count = rows.count + places;
  return {
    count,
    ids: rows.ids,
    at: (index) => (index >= 0 && index < count ? lineOf(rows, index) : undefined),
  };
}

export interface GroupRows {
  rows: Rows;
  hasMore: boolean;
}

export interface GroupedLines extends Lines {
  /** The group of a line, and its row there; -1 is the head. */
  placeAt(index: number): { value: GroupValue; row: number } | undefined;
}

/** Groups one after the other; an open one shows its records, and a place for each that is not here yet. */
export function groupedLines(
  groups: readonly GroupHead[],
  rowsOf: (value: GroupValue) => GroupRows | undefined,
): GroupedLines {
  const starts: number[] = [];
  let count = 0;
  for (const group of groups) {
    const own = rowsOf(group.value);
    const known = own?.rows.count ?? 0;
    const places = !own || own.hasMore ? Math.max(group.count - known, own?.hasMore ? 1 : 0) : 0;
    starts.push(count);
    count += 1 + (group.isOpen ? known + places : 0);
  }
  const groupAt = (index: number) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const find = (index: number) => {
    const place = groupAt(index);
    const group = index >= 0 && index < count ? groups[place] : undefined;
    return group && { group, row: index - (starts[place] ?? 0) - 1 };
  };
  return {
    count,
    ids: () => groups.filter((group) => group.isOpen).flatMap((group) => rowsOf(group.value)?.rows.ids() ?? []),
    at(index) {
      const found = find(index);
      if (!found) return undefined;
      const { group, row } = found;
      if (row < 0) return { kind: "group", key: `group-${group.value}`, group };
      return lineOf(rowsOf(group.value)?.rows, row, group.value);
    },
    placeAt(index) {
      const found = find(index);
      return found && { value: found.group.value, row: found.row };
    },
  };
}

/** Whether a line is that of a record, one that was let go included. */
export const isOfRecord = (line: Line | undefined): boolean => Boolean(line && line.kind !== "group" && line.id);

/** The next line that holds a record, going up or down; where there is none, the one we came from. */
export function nextRecord(lines: Lines, from: number, step: number): number {
  const direction = step < 0 ? -1 : 1;
  let at = Math.max(0, Math.min(lines.count - 1, from + step));
  while (at >= 0 && at < lines.count) {
    if (isOfRecord(lines.at(at))) return at;
    at += direction;
  }
  for (let back = Math.max(0, Math.min(lines.count - 1, from + step)); back !== from; back -= direction)
    if (isOfRecord(lines.at(back))) return back;
  return from;
}
