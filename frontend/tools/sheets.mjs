/**
 * Writes the style sheets of a build into its service worker, which keeps them all for days without a network: a page
 * whose script was kept must not fail for want of a sheet that no page had asked for yet.
 */

/** What stands in `src/sw/worker.ts` for the list. */
const PLACE = "SHEETS_OF_THE_BUILD";

/**
 * Returns the code of the worker with the addresses of the style sheets among the files of its build.
 *
 * @param {string} code
 * @param {readonly string[]} files
 * @returns {string}
 */
export function withSheets(code, files) {
  const parts = code.split(PLACE);
  if (parts.length !== 2) throw new Error(`The service worker must say ${PLACE} once`);
  const sheets = files.filter((file) => file.endsWith(".css")).map((file) => `/${file}`);
  if (sheets.length === 0) throw new Error("The build has no style sheets to keep");
  return parts.join(JSON.stringify(sheets.sort()));
}
