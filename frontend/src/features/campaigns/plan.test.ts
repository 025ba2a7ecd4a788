import { describe, expect, test } from "vitest";
import { changesOf, clockOf, completed, EMPTY, TEST, withoutVersion, withVersion } from "./plan";

describe("a plan", () => {
  test("gets a test with its second wording and loses it with it", () => {
    const one = withVersion(EMPTY, "t1");
    const two = withVersion(one, "t2");

    expect(one.test).toBeNull();
    expect(two.variants.map(({ name }) => name)).toEqual(["A", "B"]);
    expect(two.test).toEqual(TEST);
    expect(withoutVersion(two, 0)).toEqual({ ...EMPTY, variants: [{ name: "B", template: "t2" }] });
  });

  test("takes a name that is free", () => {
    const three = withVersion(withVersion(withVersion(EMPTY, "t1"), "t2"), "t3");

    expect(withVersion(withoutVersion(three, 1), "t4").variants.map(({ name }) => name)).toEqual(["A", "C", "B"]);
  });

  test("of several wordings without a test gets one", () => {
    const two = { ...withVersion(withVersion(EMPTY, "t1"), "t2"), test: null };

    expect([completed(two).test, completed(EMPTY).test]).toEqual([TEST, null]);
  });

  test("tells what was changed and nothing else", () => {
    expect(changesOf(EMPTY, { ...EMPTY, control: 10 })).toEqual({ control: 10 });
    expect(changesOf(EMPTY, { ...EMPTY })).toEqual({});
  });
});

test("a countdown ends at nought", () => {
  expect([60_000, 59_100, 1, 0, -5].map(clockOf)).toEqual(["1:00", "1:00", "0:01", "0:00", "0:00"]);
});
