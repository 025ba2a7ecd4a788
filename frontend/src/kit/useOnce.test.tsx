import { renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { ApiProblem } from "@/api/problems";
import { useOnce } from "./useOnce";

const LOST = new ApiProblem(0);
const REFUSED = new ApiProblem(422, { code: "invalid_input" });

/** A firm that takes orders: what arrived under which key, whatever became of the answer. */
function orders() {
  const { result } = renderHook(() => useOnce());
  const keys: string[] = [];
  const order = (wish: unknown, problem?: ApiProblem) =>
    result.current(wish, async (key) => {
      keys.push(key);
      if (problem) throw problem;
      return wish;
    });
  return { keys, order };
}

test("what is sent again after a lost answer is the same request", async () => {
  const { keys, order } = orders();

  await expect(order({ name: "Fresas" }, LOST)).rejects.toBe(LOST);
  const made = await order({ name: "Fresas" });

  expect(made).toEqual({ name: "Fresas" });
  expect(keys[1]).toBe(keys[0]);
});

test("other content after a lost answer is another request, and the first one is still known", async () => {
  const { keys, order } = orders();

  await expect(order({ name: "Fresas" }, LOST)).rejects.toBe(LOST);
  await expect(order({ name: "Moras" }, REFUSED)).rejects.toBe(REFUSED);
  await order({ name: "Fresas" });

  expect(keys[1]).not.toBe(keys[0]);
  expect(keys[2]).toBe(keys[0]);
});

test("what was refused goes under another key when it was mended", async () => {
  const { keys, order } = orders();

  await expect(order({ name: "" }, REFUSED)).rejects.toBe(REFUSED);
  await order({ name: "Fresas" });

  expect(keys[1]).not.toBe(keys[0]);
});

test("what has succeeded is new when it is wanted again", async () => {
  const { keys, order } = orders();

  await order({ name: "Fresas" });
  await order({ name: "Fresas" });

  expect(keys[1]).not.toBe(keys[0]);
});

test("two presses of one button are one request", async () => {
  const { keys, order } = orders();

  await Promise.all([order({ name: "Fresas" }), order({ name: "Fresas" })]);

  expect(keys[1]).toBe(keys[0]);
});
