import { expect, test } from "vitest";
import { addressOf, isKept, keepEach, SEEN_AS } from "./kept";

const own = new Headers();

test.each([
  ["GET", "/v1/me", true],
  ["GET", "/v1/objects/deals", true],
  ["GET", "/v1/records/deals/01K/timeline", true],
  ["POST", "/v1/records/deals/query", true],
  ["POST", "/v1/records/deals/groups", true],
  ["POST", "/v1/records/deals", false],
  ["PATCH", "/v1/records/deals/01K", false],
  ["GET", "/v1/api-keys", false],
  ["GET", "/v1/access-log", false],
  ["GET", "/v1/me/sessions", false],
  ["GET", "/v1/records/deals/01K/files/01F/download", false],
  ["POST", "/v1/session/refresh", false],
  ["GET", "/v1/meteors", false],
])("%s %s may be read again: %s", (method, path, kept) => {
  expect(isKept(method, path, own)).toBe(kept);
});

test("what was seen with another's eyes is never kept", () => {
  expect(isKept("GET", "/v1/me", new Headers({ [SEEN_AS]: "lucia" }))).toBe(false);
});

test("two questions have two addresses, and the same one has one", async () => {
  const url = "https://tendero.example/v1/records/deals/query";
  const [open, again, won] = await Promise.all(
    ['{"q":"open"}', '{"q":"open"}', '{"q":"won"}'].map((asked) => addressOf(url, "POST", asked)),
  );

  expect(open).toBe(again);
  expect(open).not.toBe(won);
  expect(await addressOf(url, "GET", "")).toBe(url);
});

test("what is lacking is kept one after another, and what cannot be had does not stop the rest", async () => {
  const at = (name: string) => `https://tendero.example/assets/${name}.css`;
  const held = new Set([at("list")]);
  let underway = 0;
  const asked: string[] = [];
  const cache = {
    match: async (address: RequestInfo | URL) => (held.has(String(address)) ? new Response() : undefined),
    add: async (request: RequestInfo | URL) => {
      const { url } = request as Request;
      asked.push(url);
      expect(++underway).toBe(1);
      await Promise.resolve();
      underway -= 1;
      if (url === at("gone")) throw new TypeError("404");
      held.add(url);
    },
  };

  await keepEach(cache, [at("list"), at("gone"), at("board"), at("board"), at("record")]);

  expect(asked).toEqual([at("gone"), at("board"), at("record")]);
  expect([...held]).toEqual([at("list"), at("board"), at("record")]);
});
