import { expect, test } from "vitest";
import { withSheets } from "../../tools/sheets.mjs";

test("the worker of a build knows its style sheets, and nothing else of it", () => {
  const code = withSheets("keep([...SHEETS_OF_THE_BUILD])", [
    "assets/b-1.css",
    "index.html",
    "assets/a-2.css",
    "sw.js",
  ]);

  expect(code).toBe('keep([...["/assets/a-2.css","/assets/b-1.css"]])');
});

test.each([
  ["no place for the list", "keep([])", ["assets/a.css"]],
  ["two places", "SHEETS_OF_THE_BUILD;SHEETS_OF_THE_BUILD", ["assets/a.css"]],
  ["no style sheets", "keep(SHEETS_OF_THE_BUILD)", ["assets/a.js"]],
])("a build with %s fails", (_, code, files) => {
  expect(() => withSheets(code, files)).toThrow();
});
