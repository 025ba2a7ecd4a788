import { expect, test } from "vitest";
import { bundlesOf, type Chunk } from "../../tools/bundles.mjs";

const TODAY = "src/app/todayPage.tsx";
const RECORD = "src/app/recordPage.tsx";
const SHELL = "src/app/staffShell.tsx";

function chunk(name: string, imports: string[] = [], { source = null as string | null, bytes = 100 } = {}): Chunk {
  const code = Array.from({ length: bytes / 10 }, (_, at) => (name + at * 7919).padEnd(10).slice(0, 10)).join("");
  return { name, source, imports, modules: [`${name}.ts`], code };
}

/** Modules that go into one file, file by file. */
function files(chunks: Chunk[]): string[][] {
  const found = new Map<string, string[]>();
  for (const [module, file] of bundlesOf(chunks)) found.set(file, [...(found.get(file) ?? []), module]);
  return [...found.values()].map((modules) => modules.sort()).sort();
}

test("what every page needs is one file, and what the form needs of it another", () => {
  const made = files([
    chunk("main", ["react", "dom", "router", "query"], { source: "index.html" }),
    chunk("form", ["react", "dom"], { source: "form.html" }),
    ...["react", "dom", "router", "query"].map((name) => chunk(name)),
  ]);

  expect(made).toEqual([
    ["dom.ts", "react.ts"],
    ["query.ts", "router.ts"],
  ]);
});

test("small files that pages need together are joined, and pages stay alone", () => {
  const made = files([
    chunk("main", [], { source: "index.html" }),
    chunk("today", ["menu", "card"], { source: TODAY }),
    chunk("record", ["menu", "card"], { source: RECORD }),
    chunk("menu"),
    chunk("card"),
  ]);

  expect(made).toEqual([["card.ts", "menu.ts"]]);
});

test("nobody gets much in vain: what one page needs does not go with what others do", () => {
  const made = files([
    chunk("main", [], { source: "index.html" }),
    chunk("today", ["menu", "chart"], { source: TODAY }),
    chunk("record", ["menu"], { source: RECORD }),
    chunk("menu", [], { bytes: 40_000 }),
    chunk("chart", [], { bytes: 60_000 }),
  ]);

  expect(made).toEqual([]);
});

test("no join closes a circle: what imports a page that imports what it would be joined with stays apart", () => {
  const made = files([
    chunk("main", [], { source: "index.html" }),
    chunk("today", ["above"], { source: TODAY }),
    chunk("above", ["shell"]),
    chunk("shell", ["below"], { source: SHELL }),
    chunk("below"),
  ]);

  expect(made).toEqual([]);
});

test("what no page needs at first is left to the bundler", () => {
  const made = files([
    chunk("main", [], { source: "index.html" }),
    chunk("dialog", ["one", "two"], { source: "src/kit/Dialog.tsx" }),
    chunk("one"),
    chunk("two"),
  ]);

  expect(made).toEqual([]);
});
