import { describe, expect, test } from "vitest";
import { deal, STAGES } from "@/test/builders";
import { countOfGroups, countOfPages, withTotal } from "./countOfList";

const page = (ids: string[], next_cursor: string | null = null) => ({
  items: ids.map((id) => deal({ id })),
  next_cursor,
});

describe("how many records a list has", () => {
  test("is known once its end was reached, those let go and none twice", () => {
    const gone = { items: [], gone: ["c", "d"], next_cursor: "more" };

    expect(countOfPages([page(["a", "b"], "more"), gone, page(["b", "e"])])).toEqual({ count: 5, isExact: true });
    expect(countOfPages([page(["a", "b"], "more")])).toEqual({ count: 2, isExact: false });
  });

  test("is the sum of its groups where each record stands in one", () => {
    const items = [{ count: 3 }, { count: 4 }];

    expect(countOfGroups(STAGES, items, true)).toEqual({ count: 7, isExact: true });
    expect(countOfGroups(STAGES, items, false)).toEqual({ count: 7, isExact: false });
    expect(countOfGroups({ ...STAGES, type: "multi_choice" }, items, true)).toBeNull();
  });

  test("is what the counter says, unless more of them stand there already", () => {
    const some = { count: 50, isExact: false };

    expect(withTotal(some, { count: 1234, exact: true })).toEqual({ count: 1234, isExact: true });
    expect(withTotal(some, { count: 49, exact: true })).toEqual(some);
    expect(withTotal({ count: 7, isExact: true }, { count: 8, exact: true })).toEqual({ count: 7, isExact: true });
    expect(withTotal(null, { count: 8, exact: false })).toEqual({ count: 8, isExact: false });
    expect(withTotal(some, undefined)).toEqual(some);
    expect(withTotal(null, undefined)).toBeNull();
  });
});
