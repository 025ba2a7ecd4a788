import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { online } from "@/lib/online";
import { comeBack, finding, type Lost } from "./comeback";

const OURS = '<script type="module" src="/assets/index-ours.js"></script>';
const NEWER = '<script type="module" src="/assets/index-newer.js"></script>';
const HOTEL = "<form action='/login'></form>";

let page = 0;
let stop: () => void = () => {};
const asked = vi.fn<() => Promise<Response>>();
const served = (html: string) => asked.mockImplementation(async () => new Response(html));
const dead = () => asked.mockRejectedValue(new TypeError("Failed to fetch"));

function lost(isFile = true) {
  page += 1;
  return { page: `/${page}`, isFile, again: vi.fn(async () => {}), reload: vi.fn() } satisfies Lost;
}
const lose = (one: Lost) => {
  stop();
  stop = comeBack(one);
};
const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1_000);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", asked);
  asked.mockReset();
  document.head.innerHTML = OURS;
  sessionStorage.clear();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  document.head.innerHTML = "";
  online.set(true);
});

test("only another build is a new version", async () => {
  for (const [html, told] of [
    [NEWER, "updated"],
    [HOTEL, "offline"],
  ] as const) {
    const one = lost();
    served(html);
    lose(one);
    expect(finding.get()).toBe("asking");
    await pass(1);

    expect(finding.get()).toBe(told);
    expect(one.again).not.toHaveBeenCalled();
  }
});

test("a file that is still in the build is tried again, and whoever missed only an answer cares for no build", async () => {
  for (const [html, isFile] of [
    [OURS, true],
    [NEWER, false],
  ] as const) {
    const one = lost(isFile);
    served(html);
    lose(one);
    await pass(1);

    expect(one.again).toHaveBeenCalledOnce();
    expect(finding.get()).toBe("asking");
  }
});

test("bars without an answer are no connection, and are asked with ever longer pauses until one comes", async () => {
  const one = lost();
  dead();
  lose(one);
  await pass(0);
  expect(finding.get()).toBe("offline");

  await pass(600);
  expect(asked.mock.calls.length).toBeGreaterThan(10);
  expect(asked.mock.calls.length).toBeLessThan(16);
  expect(one.again).not.toHaveBeenCalled();

  served(OURS);
  await pass(60);
  expect(one.again).toHaveBeenCalledOnce();
});

test("an answer that lets itself be waited for is no connection until it comes", async () => {
  const one = lost();
  asked.mockImplementation(() => new Promise((resolve) => setTimeout(() => resolve(new Response(NEWER)), 5_000)));
  lose(one);

  await pass(1);
  expect(finding.get()).toBe("asking");
  await pass(2);
  expect(finding.get()).toBe("offline");
  await pass(3);
  expect(finding.get()).toBe("updated");
});

test("a network that comes is used at once, and again when it does not answer yet", async () => {
  const one = lost();
  online.set(false);
  dead();
  lose(one);
  expect(finding.get()).toBe("offline");
  expect(asked).not.toHaveBeenCalled();

  online.set(true);
  await pass(0);
  expect(asked).toHaveBeenCalledOnce();
  expect(finding.get()).toBe("offline");
  served(OURS);
  await pass(2);
  expect(one.again).toHaveBeenCalledOnce();
});

test("a page whose file fails however often it is asked for is loaded anew, and not twice in a row", async () => {
  const one = lost();
  served(OURS);
  one.again.mockImplementation(async () => lose(one));
  lose(one);
  await pass(0);
  expect(one.reload).not.toHaveBeenCalled();
  expect(finding.get()).toBe("offline");

  await pass(2);
  expect(one.reload).toHaveBeenCalledOnce();
  await pass(120);
  expect(one.reload).toHaveBeenCalledOnce();
  expect(one.again.mock.calls.length).toBeLessThan(8);
});

test("a page that is left asks no more", async () => {
  const one = lost();
  dead();
  lose(one);
  await pass(5);
  const before = asked.mock.calls.length;

  stop();
  online.set(false);
  online.set(true);
  await pass(300);
  expect(asked).toHaveBeenCalledTimes(before);
});

test("a style sheet that did not come is asked for anew with its page", () => {
  document.head.innerHTML = '<link rel="stylesheet" href="/assets/list.css"><link rel="icon" href="/favicon.svg">';
  for (const link of document.querySelectorAll("link")) link.dispatchEvent(new Event("error"));

  expect(document.head.innerHTML).not.toContain("list.css");
  expect(document.head.innerHTML).toContain("favicon");
});
