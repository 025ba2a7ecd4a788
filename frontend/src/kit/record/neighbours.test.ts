import { QueryClient } from "@tanstack/react-query";
import { beforeEach, expect, test } from "vitest";
import { keys } from "@/api/keys";
import { rememberList } from "@/kit/list/lastList";
import { deal } from "@/test/builders";
import { placeOf } from "./neighbours";

const client = new QueryClient();
const page = (ids: string[], next_cursor: string | null) => ({ items: ids.map((id) => deal({ id })), next_cursor });
const put = (query: object, ...pages: ReturnType<typeof page>[]) =>
  client.setQueryData(keys.list("deals", query), { pages, pageParams: pages.map(() => "") });

beforeEach(() => client.clear());

test("a record stands where the list that was seen last has it, across its pages", () => {
  put({ sort: "name" }, page(["a", "b"], "more"), page(["c"], null));
  put({ sort: "-updated_at" }, page(["c", "a"], null));
  rememberList("deals", { sort: "name" });

  expect(placeOf(client, "deals", "c")).toMatchObject({ ids: ["a", "b", "c"], at: 2, next: null });
  expect(placeOf(client, "deals", "a")?.next).toBeNull();
});

test("another list serves when the last one has not got it, and none when nobody has", () => {
  put({ sort: "name" }, page(["a"], null));
  put({ q: "aceite" }, page(["z"], "more"));
  rememberList("deals", { sort: "name" });

  expect(placeOf(client, "deals", "z")).toMatchObject({ ids: ["z"], at: 0, next: "more" });
  expect(placeOf(client, "deals", "nowhere")).toBeNull();
});

test("a record whose page was let go has its neighbours still", () => {
  const gone = { items: [], gone: ["d", "e", "f"], next_cursor: "more" };
  client.setQueryData(keys.list("deals", { sort: "name" }), {
    pages: [page(["a"], "1"), gone, page(["g"], null)],
    pageParams: [],
  });
  rememberList("deals", { sort: "name" });

  expect(placeOf(client, "deals", "e")).toMatchObject({ ids: ["a", "d", "e", "f", "g"], at: 2, next: null });
});
