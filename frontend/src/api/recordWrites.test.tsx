import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test, vi } from "vitest";
import { deal } from "@/test/builders";
import { keys } from "./keys";
import { useDelete, usePatch } from "./recordWrites";
import type { RecordRow } from "./types";

const LIST = keys.list("deals", { sort: "-updated_at" });
const page = (...items: RecordRow[]) => ({ pages: [{ items, next_cursor: null }], pageParams: [""] });
const json = (status: number, body: unknown) =>
  new Response(status === 204 ? null : JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json" },
  });

/** A browser that shows one deal in a list and on its page, and a server that answers when told. */
function stage(answer: Promise<Response>) {
  const client = new QueryClient();
  const record = deal();
  client.setQueryData(LIST, page(record));
  client.setQueryData(keys.record("deals", record.id), record);
  const requests: Request[] = [];
  vi.stubGlobal("fetch", (request: Request) => {
    requests.push(request);
    return answer;
  });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const inList = () => client.getQueryData<ReturnType<typeof page>>(LIST)?.pages[0]?.items[0];
  const onPage = () => client.getQueryData<RecordRow>(keys.record("deals", record.id));
  return { record, requests, wrapper, inList, onPage };
}

test("a change is shown at once, in the list and on the page, and sent with its version", async () => {
  let settle: (response: Response) => void = () => {};
  const { record, requests, wrapper, inList, onPage } = stage(new Promise((resolve) => (settle = resolve)));
  const { result } = renderHook(() => usePatch("deals"), { wrapper });

  act(() => result.current.mutate({ record, changes: { next_step: "Llamar" } }));

  await waitFor(() => expect(inList()?.next_step).toBe("Llamar"));
  expect(onPage()?.next_step).toBe("Llamar");
  await waitFor(() => expect(requests).toHaveLength(1));
  expect(requests[0]?.headers.get("If-Match")).toBe('"3"');
  settle(json(200, { ...record, next_step: "Llamar", version: 4 }));
  await waitFor(() => expect(inList()?.version).toBe(4));
});

test("a refused change is taken back everywhere", async () => {
  const { record, wrapper, inList, onPage } = stage(Promise.resolve(json(422, { code: "invalid_input", errors: [] })));
  const { result } = renderHook(() => usePatch("deals"), { wrapper });

  act(() => result.current.mutate({ record, changes: { name: "" } }));

  await waitFor(() => expect(result.current.isError).toBe(true));
  expect(inList()?.name).toBe("Aceite para Hotel Retiro");
  expect(onPage()?.name).toBe("Aceite para Hotel Retiro");
});

test("a deleted record leaves its list at once and comes back when that is refused", async () => {
  let settle: (response: Response) => void = () => {};
  const { record, wrapper, inList } = stage(new Promise((resolve) => (settle = resolve)));
  const { result } = renderHook(() => useDelete("deals"), { wrapper });

  act(() => result.current.mutate(record));

  await waitFor(() => expect(inList()).toBeUndefined());
  settle(json(403, { code: "forbidden" }));
  await waitFor(() => expect(inList()?.id).toBe(record.id));
});
