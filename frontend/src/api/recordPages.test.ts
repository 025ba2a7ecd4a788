import { describe, expect, test } from "vitest";
import { deal } from "@/test/builders";
import {
  letGo,
  pagesHeld,
  pageToRead,
  placed,
  type RecordPage,
  type RecordPages,
  rowsOf,
  startOf,
} from "./recordPages";

const A_PAGE = 100;
const names = (from: number, count = A_PAGE) => Array.from({ length: count }, (_, at) => `r${from + at}`);
const page = (ids: readonly string[], next_cursor: string | null): RecordPage => ({
  items: ids.map((id) => deal({ id })),
  next_cursor,
});

/** A list of so many pages of a hundred that goes on. */
function listOf(count: number): RecordPages {
  const places = Array.from({ length: count }, (_, at) => at);
  return {
    pages: places.map((at) => page(names(at * A_PAGE), `c${at + 1}`)),
    pageParams: places.map((at) => ({ cursor: at ? `c${at}` : "", at })),
  };
}

/** What stays of a list for somebody who sees these rows. */
const seen = (data: RecordPages, first: number, kept?: number) =>
  letGo(data, rowsOf(data.pages), first, first + 50, kept);
const held = (data: RecordPages) => data.pages.flatMap((one, at) => (one.gone ? [] : [at]));
const wanted = (data: RecordPages, first: number) => pageToRead(data, rowsOf(data.pages), first, first + 50);

describe("pages far from the eye", () => {
  test("are let go, but for the first one and the one with the cursor", () => {
    const data = seen(listOf(1_000), 50_000, 20_010);

    expect(held(data)).toEqual([0, 200, 498, 499, 500, 501, 502]);
    expect(pagesHeld(data)).toBe(7);
  });

  test("leave a list as long as it was, with the id of each of its records", () => {
    const rows = rowsOf(seen(listOf(1_000), 50_000).pages);

    expect(rows.count).toBe(100_000);
    expect([rows.at(50_010)?.id, rows.at(30_010), rows.idAt(30_010)]).toEqual(["r50010", undefined, "r30010"]);
    expect(rows.ids()).toEqual(names(0, 100_000));
    expect([rows.idAt(-1), rows.idAt(100_000)]).toEqual([undefined, undefined]);
  });

  test("all stay in a list that is short", () => {
    const data = listOf(8);

    expect(seen(data, 0)).toBe(data);
  });

  test("are read again when they are seen, and shortly before", () => {
    const data = seen(listOf(1_000), 50_000);

    expect(wanted(data, 50_000)).toBeUndefined();
    expect(wanted(data, 49_850)).toBe(497);
    expect(wanted(data, 30_010)).toBe(300);
    expect(startOf(data, 300)).toEqual({ cursor: "c300", at: 300 });
    expect(wanted(data, 99_950)).toBe(999);
  });
});

describe("a page that has been read", () => {
  test("takes the place that was kept for it, and its records are the newest", () => {
    const before = seen(listOf(1_000), 50_000);
    const data = placed(before, { cursor: "c300", at: 300 }, page(names(30_000), "another seal"));

    expect(rowsOf(data.pages).at(30_010)?.id).toBe("r30010");
    expect(data.pages[300]?.next_cursor).toBe("c301");
    expect(wanted(data, 30_010)).toBe(299);
  });

  test("that ends elsewhere has those after it read anew, one by one, when they are seen", () => {
    const before = listOf(3);
    const shifted = placed(before, { cursor: "c1", at: 1 }, page(["new", ...names(100, 99)], "n2"));

    expect(startOf(shifted, 2)).toEqual({ cursor: "n2", at: 2 });
    expect(pageToRead(shifted, rowsOf(shifted.pages), 0, 50)).toBeUndefined();
    expect(pageToRead(shifted, rowsOf(shifted.pages), 80, 130)).toBe(2);
    const mended = placed(shifted, { cursor: "n2", at: 2 }, page(names(199), "n3"));
    expect(rowsOf(mended.pages).ids()).toEqual([...names(0), "new", ...names(100, 199)]);
  });

  test("is the next one, and the last one when nothing follows", () => {
    const longer = placed(listOf(2), { cursor: "c2", at: 2 }, page(names(200, 3), null));

    expect(rowsOf(longer.pages).count).toBe(203);
    expect(wanted(longer, 160)).toBeUndefined();
    const shorter = placed(longer, { cursor: "c1", at: 1 }, page(names(100, 7), null));
    expect(rowsOf(shorter.pages).count).toBe(107);
  });

  test("has no place in a list that has changed meanwhile", () => {
    const data = listOf(2);

    expect(placed(data, { cursor: "of old", at: 1 }, page(names(100), "c2"))).toBe(data);
    expect(placed(data, { cursor: "c9", at: 9 }, page(names(900), "c10"))).toBe(data);
  });
});

test("a record that has moved from one page to another stands once", () => {
  const rows = rowsOf([page(["b", "a"], "c1"), page(["b", "c"], null)]);

  expect([rows.count, rows.at(2)?.id]).toEqual([3, "c"]);
});
