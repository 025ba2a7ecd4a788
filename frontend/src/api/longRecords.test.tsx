import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test, vi } from "vitest";
import { deal } from "@/test/builders";
import { changeCached } from "./cache";
import { keys } from "./keys";
import { useLongRecords } from "./longRecords";

const SORT = { sort: "name" };
const LIST = keys.list("deals", SORT);
const MANY = 3_000;
const answer = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });

/** A server with three thousand deals, which seals every cursor anew, and somebody who has scrolled to the last one. */
async function stage() {
  const asked: number[] = [];
  const renamed = new Map<number, string>();
  let isRefusing = false;
  vi.stubGlobal("fetch", async (request: Request) => {
    const { cursor = "0", limit } = (await request.json()) as { cursor?: string; limit: number };
    const from = Number(cursor.split("-")[0]);
    asked.push(from);
    if (isRefusing && from) return answer(422, { code: "invalid_input", errors: [] });
    const until = Math.min(MANY, from + limit);
    const items = Array.from({ length: until - from }, (_, at) =>
      deal({ id: `d${from + at}`, name: renamed.get(from + at) ?? `Pedido ${from + at}` }),
    );
    return answer(200, { items, next_cursor: until < MANY ? `${until}-${asked.length}` : null });
  });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(() => useLongRecords("deals", SORT), { wrapper });
  const rows = () => result.current.rows;
  const settled = () =>
    act(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      await vi.waitFor(() => expect(client.isFetching()).toBe(0));
    });
  /** Looks at rows for as long as something comes of it. */
  const look = async (first: number) => {
    for (let before = -1; before !== asked.length; ) {
      before = asked.length;
      await settled();
      act(() => result.current.see(first, first + 50));
      await settled();
    }
  };
  await waitFor(() => expect(rows().count).toBe(50));
  while (rows().count < MANY) await look(rows().count - 50);
  asked.length = 0;
  return {
    client,
    asked,
    rows,
    look,
    rename: (row: number, name: string) => renamed.set(row, name),
    refuse: () => {
      isRefusing = true;
    },
  };
}

const heldRows = (rows: ReturnType<typeof useLongRecords>["rows"]) =>
  rows.pages.reduce((sum, page) => sum + page.items.length, 0);

test("of a long list only what is near the eye is held, and what is far is read again", async () => {
  const { asked, rows, look } = await stage();

  expect(rows().count).toBe(MANY);
  expect(heldRows(rows())).toBeLessThan(1_000);
  expect(rows().at(10)?.id).toBe("d10");
  expect([rows().at(1_500), rows().idAt(1_500)]).toEqual([undefined, "d1500"]);

  await look(1_500);

  expect(rows().at(1_500)?.id).toBe("d1500");
  expect(asked).toHaveLength(3);
  expect(rows().count).toBe(MANY);
});

test("a list is read anew where somebody looks alone", async () => {
  const { client, asked, rows, look, rename } = await stage();
  await look(1_500);
  asked.length = 0;
  rename(1_510, "Pedido del Hotel Retiro");
  rename(500, "Pedido del Mesón");

  await act(() => client.invalidateQueries({ queryKey: LIST }));

  expect(asked.length).toBeLessThan(10);
  expect(rows().at(1_510)?.name).toBe("Pedido del Hotel Retiro");
  expect(rows().at(500)).toBeUndefined();
  await look(500);
  expect(rows().at(500)?.name).toBe("Pedido del Mesón");
});

test("what is changed or deleted is so in a list of which pages were let go", async () => {
  const { client, rows } = await stage();

  await act(async () => {
    changeCached(client, "d10", (record) => ({ ...record, name: "Otro" }));
    changeCached(client, "d1500", null);
  });

  await waitFor(() => expect(rows().count).toBe(MANY - 1));
  expect(rows().at(10)?.name).toBe("Otro");
  expect(rows().idAt(1_500)).toBe("d1501");
});

test("a list whose cursors are no longer taken begins anew", async () => {
  const { asked, rows, look, refuse } = await stage();
  refuse();

  await look(1_500);

  await waitFor(() => expect(rows().count).toBe(50));
  expect(asked).toHaveLength(2);
});

test("without a network nothing more is let go", async () => {
  const { rows, look } = await stage();
  await look(1_500);
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);

  await look(2_500);

  expect(rows().at(1_500)?.id).toBe("d1500");
});
