/** The next open task about each of many records, asked for together. */
import { queryOptions } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import type { RecordRow } from "@/api/types";
import { pairsOf } from "@/fields/linkNames";

const TOGETHER = 50;
const SOON = 20;
const FRESH = 30_000;

interface Wish {
  id: string;
  answer(task: RecordRow | null): void;
  fail(reason: unknown): void;
}

const waiting = new Map<string, Wish[]>();

async function ask(link: string): Promise<void> {
  const wishes = waiting.get(link) ?? [];
  const now = wishes.splice(0, TOGETHER);
  if (wishes.length) setTimeout(ask, 0, link);
  try {
    const { items } = await body(
      api.POST("/v1/records/{plural}/query", {
        params: { path: { plural: "tasks" } },
        body: {
          filter: {
            all: [
              { field: "status", op: "eq", value: "open" },
              { field: link, op: "in", value: [...new Set(now.map((wish) => wish.id))] },
            ],
          },
          sort: "due",
          limit: 100,
          fields: ["subject", "due", link],
        },
      }),
    );
    for (const { id, answer } of now)
      answer(items.find((task) => pairsOf(task[link] as string).some((pair) => pair.id === id)) ?? null);
  } catch (reason) {
    for (const { fail } of now) fail(reason);
  }
}

/** The soonest open task about a record; cards that appear together ask in one request. */
export const nextTaskQuery = (plural: string, link: string, id: string) =>
  queryOptions({
    queryKey: ["records", "tasks", "next", plural, id],
    queryFn: () =>
      new Promise<RecordRow | null>((answer, fail) => {
        const wishes = waiting.get(link) ?? [];
        if (!wishes.length) setTimeout(ask, SOON, link);
        waiting.set(link, wishes);
        wishes.push({ id, answer, fail });
      }),
    staleTime: FRESH,
    retry: false,
  });
