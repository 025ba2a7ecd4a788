import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { keys } from "@/api/keys";
import type { Totals } from "@/api/types";
import { compile } from "@/metadata/compile";
import { deal, deals } from "@/test/builders";
import { columnQuery, moveCached, moveTotals, totalsOf } from "./boardState";

const object = compile(deals());
const board = object.board as NonNullable<typeof object.board>;
const option = (value: string) => board.options.find((one) => one.value === value) as (typeof board.options)[number];
const sum = (amount: string) => [{ field: "amount", currency: "EUR", amount }];
const TOTALS: Totals = {
  by: "stage",
  items: [
    { value: "new", owner: "ana", count: 2, sums: sum("2000.50"), weighted: sum("200.05") },
    { value: "new", owner: "luis", count: 1, sums: sum("100.00"), weighted: sum("10.00") },
    { value: "offer", owner: "ana", count: 0, sums: [], weighted: [] },
  ],
};

test("a column's totals are those of all owners together", () => {
  expect(totalsOf(TOTALS, "new", "amount")).toEqual({
    count: 3,
    sums: [{ currency: "EUR", amount: "2100.50" }],
    weighted: [{ currency: "EUR", amount: "210.05" }],
  });
});

test("a move takes the amount from one column to the other, weighted by each one's probability", () => {
  const moved = moveTotals(TOTALS, board, deal(), "new", "offer");

  expect(totalsOf(moved, "new", "amount")).toEqual({
    count: 2,
    sums: [{ currency: "EUR", amount: "850.00" }],
    weighted: [{ currency: "EUR", amount: "85.00" }],
  });
  expect(totalsOf(moved, "offer", "amount")).toEqual({
    count: 1,
    sums: [{ currency: "EUR", amount: "1250.50" }],
    weighted: [{ currency: "EUR", amount: "625.25" }],
  });
});

test("a moved card stands in its new column at the place where it was dropped", () => {
  const client = new QueryClient();
  const key = (value: string) => keys.list("deals", columnQuery(object, board, option(value), {}));
  const page = (...ids: string[]) => ({
    pages: [{ items: ids.map((id) => deal({ id })), next_cursor: null }],
    pageParams: [""],
  });
  client.setQueryData(key("new"), page("a", "b"));
  client.setQueryData(key("offer"), page("x", "y"));

  moveCached(client, {
    object,
    board,
    search: {},
    record: deal({ id: "b" }),
    from: option("new"),
    to: option("offer"),
    index: 1,
  });

  const ids = (value: string) =>
    (client.getQueryData(key(value)) as ReturnType<typeof page>).pages[0]?.items.map((item) => item.id);
  expect(ids("new")).toEqual(["a"]);
  expect(ids("offer")).toEqual(["x", "b", "y"]);
});
