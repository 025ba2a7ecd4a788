/** What a move on the board does to what is on screen, before the server answers. */
import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import { keys } from "@/api/keys";
import type { Filter, MoneyValue, Option, Page, RecordQuery, RecordRow, TotalItem, Totals } from "@/api/types";
import { addAmounts, addMoney, negateAmount, percentOf } from "@/lib/money";
import type { BoardMeta, CompiledObject } from "@/metadata/compile";
import { filtersOf, type ListSearch } from "./listState";

export interface ColumnTotals {
  count: number;
  sums: MoneyValue[];
  weighted: MoneyValue[];
}

export function columnQuery(object: CompiledObject, board: BoardMeta, option: Option, search: ListSearch): RecordQuery {
  const conditions: Filter[] = [
    { field: board.by.name, op: "eq", value: option.value },
    ...filtersOf(object, search).filter((filter) => !("field" in filter && filter.field === board.by.name)),
  ];
  return {
    ...(search.q ? { q: search.q, limit: 50 } : { sort: "-updated_at", limit: 50 }),
    filter: conditions.length === 1 ? (conditions[0] as Filter) : { all: conditions },
  };
}

/** The totals of one column, over all owners. */
export function totalsOf(totals: Totals | undefined, value: string, sum: string | undefined): ColumnTotals | undefined {
  if (!totals) return undefined;
  const own = totals.items.filter((item) => item.value === value);
  const money = (pick: (item: TotalItem) => TotalItem["sums"]) =>
    addMoney(own.flatMap((item) => (pick(item) ?? []).filter((one) => one.field === sum)));
  return {
    count: own.reduce((all, item) => all + item.count, 0),
    sums: money((item) => item.sums),
    weighted: money((item) => item.weighted),
  };
}

function shifted(item: TotalItem, by: 1 | -1, sum: string | undefined, amount: MoneyValue | undefined, share: number) {
  const change = (list: TotalItem["sums"], delta: string): TotalItem["sums"] => {
    if (!sum || !amount) return list;
    const found = list.some((one) => one.field === sum && one.currency === amount.currency);
    const all = found ? list : [...list, { field: sum, currency: amount.currency, amount: "0" }];
    return all.map((one) =>
      one.field === sum && one.currency === amount.currency
        ? { ...one, amount: addAmounts(one.amount, by === 1 ? delta : negateAmount(delta)) }
        : one,
    );
  };
  return {
    ...item,
    count: item.count + by,
    sums: change(item.sums, amount?.amount ?? "0"),
    weighted: change(item.weighted, amount ? percentOf(amount.amount, share) : "0"),
  };
}

/** Moves a record's share of the totals from one option to another. */
export function moveTotals(totals: Totals, board: BoardMeta, record: RecordRow, from: string, to: string): Totals {
  const sum = board.sum?.name;
  const amount = sum ? (record[sum] as MoneyValue | undefined) : undefined;
  const share = (value: string) => Number(board.options.find((option) => option.value === value)?.probability ?? 0);
  const known = totals.items.some((item) => item.value === to);
  const items = known ? totals.items : [...totals.items, { value: to, count: 0, sums: [], weighted: [] }];
  const first = (value: string) => items.find((item) => item.value === value);
  const source = first(from);
  const target = first(to);
  return {
    ...totals,
    items: items.map((item) => {
      if (item === source) return shifted(item, -1, sum, amount, share(from));
      if (item === target) return shifted(item, 1, sum, amount, share(to));
      return item;
    }),
  };
}

interface Move {
  object: CompiledObject;
  board: BoardMeta;
  search: ListSearch;
  record: RecordRow;
  from: Option;
  to: Option;
  index: number;
}

/** Shows the card in its new column and the totals that follow from it. */
export function moveCached(client: QueryClient, { object, board, search, record, from, to, index }: Move): void {
  const moved = { ...record, [board.by.name]: to.value };
  const column = (option: Option) => keys.list(object.plural, columnQuery(object, board, option, search));
  client.setQueryData<InfiniteData<Page<RecordRow>>>(
    column(from),
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({ ...page, items: page.items.filter((item) => item.id !== record.id) })),
      },
  );
  client.setQueryData<InfiniteData<Page<RecordRow>>>(column(to), (data) => {
    if (!data) return data;
    const { place, rest } = placeOf(
      data.pages.map((page) => page.items.length),
      index,
    );
    return {
      ...data,
      pages: data.pages.map((page, at) =>
        at === place ? { ...page, items: [...page.items.slice(0, rest), moved, ...page.items.slice(rest)] } : page,
      ),
    };
  });
  client.setQueryData<Totals>([...keys.totals(object.plural), board.by.name], (totals) =>
    totals ? moveTotals(totals, board, record, from.value, to.value) : totals,
  );
}

/** On which page an index of the whole column falls, and where in it. */
function placeOf(sizes: number[], index: number): { place: number; rest: number } {
  let rest = index;
  for (const [place, size] of sizes.entries()) {
    if (rest <= size) return { place, rest };
    rest -= size;
  }
  return { place: sizes.length - 1, rest: sizes.at(-1) ?? 0 };
}
