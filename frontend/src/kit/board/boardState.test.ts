import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { keys } from "@/api/keys";
import type { Groups } from "@/api/types";
import { compile } from "@/metadata/compile";
import { deal, deals } from "@/test/builders";
import { boardFields, boardOf, columnQuery, moveCached, moveGroups, totalsKey, totalsOf } from "./boardState";

const object = compile(deals());
const board = object.board as NonNullable<typeof object.board>;
const option = (value: string) => board.options.find((one) => one.value === value) as (typeof board.options)[number];
const sum = (amount: string, currency = "EUR") => ({ field: "amount", currency, amount });
const GROUPS: Groups = {
  by: "stage",
  items: [
    { value: "new", count: 3, sums: [sum("2100.50")], base: [{ ...sum("2100.50"), complete: true }] },
    { value: "offer", count: 0, sums: [], base: [] },
  ],
  exact: true,
  scanned: 0,
};

test("a column says how many there are, what they are worth, and what that is by its probability", () => {
  expect(totalsOf(GROUPS, option("new"), "amount")).toEqual({
    count: 3,
    sums: [{ currency: "EUR", amount: "2100.50" }],
    weighted: [{ currency: "EUR", amount: "210.05" }],
    base: undefined,
    isExact: true,
  });
  expect(totalsOf(GROUPS, option("won"), "amount")?.weighted).toEqual([]);
});

test("several currencies are told in the firm's own, where every worth is known", () => {
  const both = [sum("1000.00"), sum("500.00", "USD")];
  const groups = (complete: boolean): Groups => ({
    ...GROUPS,
    items: [{ value: "offer", count: 2, sums: both, base: [{ ...sum("1460.00"), complete }] }],
  });

  const known = totalsOf(groups(true), option("offer"), "amount");
  const unknown = totalsOf(groups(false), option("offer"), "amount");

  expect(known?.base).toEqual({ currency: "EUR", amount: "1460.00" });
  expect(known?.weighted).toEqual([{ currency: "EUR", amount: "730.00" }]);
  expect(unknown?.base).toBeUndefined();
  expect(unknown?.weighted).toHaveLength(2);
});

test("a move takes the amount from one column to the other", () => {
  const moved = moveGroups(GROUPS, board, deal(), "new", "offer");

  expect(totalsOf(moved, option("new"), "amount")).toMatchObject({
    count: 2,
    sums: [{ currency: "EUR", amount: "850.00" }],
  });
  expect(totalsOf(moved, option("offer"), "amount")).toMatchObject({
    count: 1,
    sums: [{ currency: "EUR", amount: "1250.50" }],
    weighted: [{ currency: "EUR", amount: "625.25" }],
  });
});

test("any choice can make a board; records without a value have a column of their own", () => {
  expect(boardFields(object).map((field) => field.name)).toEqual(["stage", "lost_reason"]);
  const reasons = boardOf(object, "lost_reason") as typeof board;

  expect(reasons.sum?.name).toBe("amount");
  expect(columnQuery(object, reasons, "", {}).filter).toEqual({ field: "lost_reason", op: "empty" });
  expect(boardOf(object, "nothing of the kind")?.by.name).toBe("stage");
});

test("a moved card stands at the head of its new column, and its totals go with it", () => {
  const client = new QueryClient();
  const key = (value: string) => keys.list("deals", columnQuery(object, board, value, {}));
  const page = (...ids: string[]) => ({
    pages: [{ items: ids.map((id) => deal({ id })), next_cursor: null }],
    pageParams: [""],
  });
  client.setQueryData(key("new"), page("a", "b"));
  client.setQueryData(key("offer"), page("x", "y"));
  client.setQueryData(totalsKey(object, board, {}), GROUPS);

  moveCached(client, { object, board, search: {}, record: deal({ id: "b" }), to: "offer" });

  const ids = (value: string) =>
    (client.getQueryData(key(value)) as ReturnType<typeof page>).pages[0]?.items.map((item) => item.id);
  expect(ids("new")).toEqual(["a"]);
  expect(ids("offer")).toEqual(["b", "x", "y"]);
  const groups = client.getQueryData<Groups>(totalsKey(object, board, {}));
  expect(totalsOf(groups, option("offer"), "amount")?.count).toBe(1);
});
