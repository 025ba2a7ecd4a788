import { afterAll, beforeEach, expect, test, vi } from "vitest";

const TOKEN = { access_token: "token-1", token_type: "Bearer", expires_in: 3600 };
const answer = (status: number, body: unknown = {}) =>
  new Response(status === 204 ? null : JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json" },
  });

/** A fresh module, as after a reload: what was in memory is gone. */
async function reload() {
  vi.resetModules();
  const session = await import("./session");
  const client = await import("@/api/client");
  return { ...session, ...client };
}

beforeEach(() => localStorage.clear());

// The files of a worker share their modules: no session is left to the next one.
afterAll(() => {
  localStorage.clear();
  vi.resetModules();
});

test("a first visit asks for no session", async () => {
  const fetch = vi.fn();
  vi.stubGlobal("fetch", fetch);
  const { start } = await reload();

  expect(await start()).toBe("signed-out");
  expect(fetch).not.toHaveBeenCalled();
});

test("signing in keeps the token in memory and nothing secret in storage", async () => {
  vi.stubGlobal("fetch", vi.fn().mockResolvedValue(answer(200, TOKEN)));
  const { signIn, accessToken } = await reload();

  await signIn("ana@olmedo.example", "aceite-y-vino");

  expect(await accessToken()).toBe("token-1");
  expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain("token");
});

test("a reload gets its token by the cookie, once for all who ask", async () => {
  localStorage.setItem("tendero-visited", "1");
  const fetch = vi.fn().mockImplementation(async () => answer(200, TOKEN));
  vi.stubGlobal("fetch", fetch);
  const { start, refresh } = await reload();

  await Promise.all([start(), refresh(), refresh()]);

  expect(fetch).toHaveBeenCalledTimes(1);
  expect(fetch.mock.calls[0]?.[0]).toBe("/v1/session/refresh");
});

test("a refused token is renewed once and the call repeated", async () => {
  localStorage.setItem("tendero-visited", "1");
  const seen: string[] = [];
  vi.stubGlobal(
    "fetch",
    vi.fn().mockImplementation(async (request: Request | string) => {
      if (typeof request === "string") return answer(200, { ...TOKEN, access_token: `token-${seen.length + 1}` });
      seen.push(request.headers.get("Authorization") ?? "");
      return seen.length === 1 ? answer(401) : answer(200, { items: [] });
    }),
  );
  const { start, api, body } = await reload();
  await start();

  await body(api.GET("/v1/users"));

  expect(seen).toEqual(["Bearer token-1", "Bearer token-2"]);
});

test("when the cookie is no longer good the session is over", async () => {
  localStorage.setItem("tendero-visited", "1");
  vi.stubGlobal("fetch", vi.fn().mockResolvedValue(answer(401, { code: "bad_credentials" })));
  const { start } = await reload();

  expect(await start()).toBe("signed-out");
  expect(localStorage.getItem("tendero-visited")).toBeNull();
});

test("a refusal is thrown with its code, its fields and its request", async () => {
  vi.stubGlobal(
    "fetch",
    vi.fn().mockResolvedValue(
      answer(422, {
        code: "invalid_input",
        request_id: "r-1",
        errors: [{ field: "name", code: "required", message: "Send a value." }],
      }),
    ),
  );
  const { api, body } = await reload();

  await expect(body(api.GET("/v1/users"))).rejects.toMatchObject({
    status: 422,
    code: "invalid_input",
    requestId: "r-1",
  });
});

test("a page that began without a network asks for its session before anything else once there is one", async () => {
  localStorage.setItem("tendero-visited", "1");
  vi.stubGlobal("fetch", vi.fn().mockRejectedValue(new TypeError("no network")));
  const { start, api } = await reload();
  expect(await start()).toBe("signed-in");
  const seen: string[] = [];
  vi.stubGlobal(
    "fetch",
    vi.fn().mockImplementation(async (request: Request | string) => {
      seen.push(typeof request === "string" ? "refresh" : `call ${request.headers.get("Authorization")}`);
      return answer(200, typeof request === "string" ? TOKEN : { items: [] });
    }),
  );

  await Promise.all([api.GET("/v1/objects"), api.GET("/v1/me")]);

  expect(seen).toEqual(["refresh", "call Bearer token-1", "call Bearer token-1"]);
});

test("without a network nobody asks for a session before each look at what was kept", async () => {
  localStorage.setItem("tendero-visited", "1");
  vi.stubGlobal("fetch", vi.fn().mockRejectedValue(new TypeError("no network")));
  const { start, accessToken } = await reload();
  await start();
  const onLine = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);

  expect(await accessToken()).toBeNull();

  expect(fetch).toHaveBeenCalledTimes(1);
  onLine.mockRestore();
});
