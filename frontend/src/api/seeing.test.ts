import { afterEach, beforeEach, expect, test, vi } from "vitest";

const ADDRESS = "https://tendero.example/v1";

beforeEach(() => vi.resetModules());
afterEach(() => sessionStorage.clear());

async function asAna() {
  sessionStorage.setItem("tendero-seen-as", JSON.stringify({ id: "ana", name: "Ana Ruiz" }));
  return import("./seeing");
}

test("as oneself, nothing is marked and everything may be sent", async () => {
  const { markAsSeen, seenAs } = await import("./seeing");
  const request = new Request(`${ADDRESS}/records/deals`, { method: "POST" });

  expect(markAsSeen(request)).toBe(true);
  expect(request.headers.has("Tendero-See-As")).toBe(false);
  expect(seenAs()).toBeNull();
});

test("as somebody else, whatever looks says as whom", async () => {
  const { markAsSeen, seenAs } = await asAna();
  const looks = [
    new Request(`${ADDRESS}/me`),
    new Request(`${ADDRESS}/records/deals/query`, { method: "POST" }),
    new Request(`${ADDRESS}/records/deals/merge/preview`, { method: "POST" }),
  ];

  expect(looks.map(markAsSeen)).toEqual([true, true, true]);
  expect(looks.map((look) => look.headers.get("Tendero-See-As"))).toEqual(["ana", "ana", "ana"]);
  expect(seenAs()?.name).toBe("Ana Ruiz");
});

test("as somebody else, nothing that would change anything leaves the browser", async () => {
  const { markAsSeen } = await asAna();
  const writes = [
    new Request(`${ADDRESS}/records/deals`, { method: "POST" }),
    new Request(`${ADDRESS}/records/deals/1`, { method: "PATCH" }),
    new Request(`${ADDRESS}/recent`, { method: "POST" }),
  ];

  expect(writes.map(markAsSeen)).toEqual([false, false, false]);
});

test("what is kept and cannot be read is nobody", async () => {
  sessionStorage.setItem("tendero-seen-as", "{");

  expect((await import("./seeing")).seenAs()).toBeNull();
});
