import { expect, test } from "vitest";
import { moved } from "./order";

const rules = (...priorities: number[]) =>
  priorities.map((priority, place) => ({ id: "abcdef"[place] ?? "", version: 1, priority }));

const after = (held: ReturnType<typeof rules>, from: number, to: number) => {
  const changed = moved(held, from, to);
  const all = held.map((one) => changed.find((other) => other.id === one.id) ?? one);
  return all.toSorted((one, other) => one.priority - other.priority).map((one) => one.id);
};

test("a rule that moves alone takes the room between its new neighbours", () => {
  expect(moved(rules(10, 20, 30), 2, 1)).toEqual([{ id: "c", version: 1, priority: 15 }]);
  expect(after(rules(10, 20, 30), 2, 1)).toEqual(["a", "c", "b"]);
  expect(after(rules(10, 20, 30), 0, 2)).toEqual(["b", "c", "a"]);
  expect(after(rules(10, 20, 30), 1, 0)).toEqual(["b", "a", "c"]);
});

test("where there is no room all are numbered anew, in the same order but for the one", () => {
  expect(after(rules(5, 5, 5, 5), 3, 0)).toEqual(["d", "a", "b", "c"]);
  expect(after(rules(0, 1, 2), 2, 1)).toEqual(["a", "c", "b"]);
  expect(after(rules(0, 1, 2), 1, 0)).toEqual(["b", "a", "c"]);
});

test("beyond the ends nothing moves", () => {
  expect(moved(rules(1, 2), 0, -1)).toEqual([]);
  expect(moved(rules(1, 2), 1, 2)).toEqual([]);
});
