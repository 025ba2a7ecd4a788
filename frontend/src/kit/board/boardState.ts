/** What a board is made of, and what a move does to what is on screen before the server answers. */
import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import { keys } from "@/api/keys";
import type {
  FieldMeta,
  Filter,
  GroupItem,
  Groups,
  MoneyValue,
  Option,
  Page,
  RecordQuery,
  RecordRow,
} from "@/api/types";
import { filterOf, type ListSearch, queryWith } from "@/kit/list/listState";
import { addAmounts, negateAmount, percentOf } from "@/lib/money";
import type { BoardMeta, CompiledObject } from "@/metadata/compile";

/** The column of the records that have no value. */
export const NO_VALUE = "";
const A_PAGE = 50;

export interface ColumnTotals {
  count: number;
  sums: MoneyValue[];
  weighted: MoneyValue[];
  /** Of several currencies, everything in the firm's. */
  base: MoneyValue | undefined;
  isExact: boolean;
}

/** The fields whose options can be the columns of a board. */
export function boardFields(object: CompiledObject): FieldMeta[] {
  return [...object.fields.values()].filter(
    (field) =>
      (field.type === "choice" || field.type === "stage") &&
      field.options?.length &&
      !field.hidden &&
      !field.multiple &&
      field.filterable,
  );
}

/** The board that a list asks for: by the named field, else by the object's own. */
export function boardOf(object: CompiledObject, name: string | undefined): BoardMeta | undefined {
  const fields = boardFields(object);
  const by = fields.find((field) => field.name === name) ?? object.board?.by ?? fields[0];
  if (!by) return undefined;
  if (by === object.board?.by) return object.board;
  const sum = object.board?.sum ?? object.columns.find((field) => field.type === "money");
  return { by, sum, options: [...(by.options ?? [])].sort((a, b) => (a.order ?? 0) - (b.order ?? 0)) };
}

const conditionOf = (board: BoardMeta, value: string): Filter =>
  value === NO_VALUE ? { field: board.by.name, op: "empty" } : { field: board.by.name, op: "eq", value };

export function columnQuery(object: CompiledObject, board: BoardMeta, value: string, search: ListSearch): RecordQuery {
  return { ...queryWith(object, search, [conditionOf(board, value)]), limit: A_PAGE };
}

/** Where the totals of a board are kept. */
export const totalsKey = (object: CompiledObject, board: BoardMeta, search: ListSearch) =>
  keys.groups(object.plural, board.by.name, filterOf(object, search));

const keyOf = (item: GroupItem) => (item.value === null ? NO_VALUE : String(item.value));

/** The totals of one column, weighted by how likely its records are to be won. */
export function totalsOf(
  groups: Groups | undefined,
  option: Option,
  sum: string | undefined,
): ColumnTotals | undefined {
  if (!groups) return undefined;
  const item = groups.items.find((one) => keyOf(one) === option.value);
  const sums = (item?.sums ?? []).filter((one) => one.field === sum && Number(one.amount) !== 0);
  const isOpen = option.probability !== undefined && (option.kind === "open" || !option.kind);
  const share = ({ amount, currency }: MoneyValue) => ({
    currency,
    amount: percentOf(amount, Number(option.probability)),
  });
  const base = sums.length > 1 ? item?.base.find((one) => one.field === sum && one.complete) : undefined;
  const money = sums.map(({ amount, currency }) => ({ amount, currency }));
  return {
    count: item?.count ?? 0,
    sums: money,
    weighted: isOpen ? (base ? [share(base)] : money.map(share)) : [],
    base: base && { amount: base.amount, currency: base.currency },
    isExact: groups.exact,
  };
}

type Worth = MoneyValue & { base?: MoneyValue | null };

function shifted(item: GroupItem, by: 1 | -1, sum: string | undefined, worth: Worth | null | undefined): GroupItem {
  const count = Math.max(0, item.count + by);
  if (!sum || !worth) return { ...item, count };
  const signed = (amount: string) => (by === 1 ? amount : negateAmount(amount));
  const isKnown = item.sums.some((one) => one.field === sum && one.currency === worth.currency);
  const sums = isKnown ? item.sums : [...item.sums, { field: sum, currency: worth.currency, amount: "0" }];
  const inBase = worth.base ?? worth;
  return {
    ...item,
    count,
    sums: sums.map((one) =>
      one.field === sum && one.currency === worth.currency
        ? { ...one, amount: addAmounts(one.amount, signed(worth.amount)) }
        : one,
    ),
    base: item.base.map((one) =>
      one.field === sum && one.currency === inBase.currency
        ? { ...one, amount: addAmounts(one.amount, signed(inBase.amount)) }
        : one,
    ),
  };
}

/** Moves a record's share of the totals from one column to another. */
export function moveGroups(groups: Groups, board: BoardMeta, record: RecordRow, from: string, to: string): Groups {
  const sum = board.sum?.name;
  const worth = sum ? (record[sum] as Worth | null | undefined) : undefined;
  const isThere = groups.items.some((item) => keyOf(item) === to);
  const blank: GroupItem = { value: to === NO_VALUE ? null : to, count: 0, sums: [], base: [] };
  const items = isThere ? groups.items : [...groups.items, blank];
  return {
    ...groups,
    items: items.map((item) => {
      if (keyOf(item) === from) return shifted(item, -1, sum, worth);
      return keyOf(item) === to ? shifted(item, 1, sum, worth) : item;
    }),
  };
}

interface Move {
  object: CompiledObject;
  board: BoardMeta;
  search: ListSearch;
  record: RecordRow;
  to: string;
}

/** The column in which a record stands. */
export const columnOf = (board: BoardMeta, record: RecordRow) => String(record[board.by.name] ?? NO_VALUE);

/** Shows the card at the head of its new column, and the totals that follow from it. */
export function moveCached(client: QueryClient, { object, board, search, record, to }: Move): void {
  const from = columnOf(board, record);
  const moved = { ...record, [board.by.name]: to === NO_VALUE ? null : to };
  const change = (value: string, items: (all: RecordRow[], place: number) => RecordRow[]) =>
    client.setQueryData<InfiniteData<Page<RecordRow>>>(
      keys.list(object.plural, columnQuery(object, board, value, search)),
      (data) =>
        data && { ...data, pages: data.pages.map((page, place) => ({ ...page, items: items(page.items, place) })) },
    );
  change(from, (all) => all.filter((item) => item.id !== record.id));
  change(to, (all, place) => {
    const others = all.filter((item) => item.id !== record.id);
    return place === 0 ? [moved, ...others] : others;
  });
  client.setQueryData<Groups>(totalsKey(object, board, search), (groups) =>
    groups ? moveGroups(groups, board, record, from, to) : groups,
  );
}
