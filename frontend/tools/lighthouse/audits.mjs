/**
 * Lighthouse on a signed-in list, as somebody who works in Tendero has it: `npm run audits [address] [path]`.
 * The median of three runs counts; a category out of its limit ends with an error and says what keeps it there.
 */
import lighthouse, { desktopConfig } from "lighthouse";
import { address, median, signedIn, tell } from "./chromium.mjs";

const page = address + (process.argv[3] ?? "/records/contacts");
const RUNS = 3;
const LIMITS = {
  desktop: { performance: 95, accessibility: 100, "best-practices": 100 },
  mobile: { performance: 75, accessibility: 100, "best-practices": 100 },
};

async function audit(port, device) {
  const flags = { port, onlyCategories: Object.keys(LIMITS[device]), disableStorageReset: true, logLevel: "error" };
  const { lhr } = await lighthouse(page, flags, device === "desktop" ? desktopConfig : undefined);
  if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
  return lhr;
}

const score = (lhr, category) => Math.round(lhr.categories[category].score * 100);

/** What keeps a category from its limit, as Lighthouse names it. */
function shortfalls(lhr, category) {
  return lhr.categories[category].auditRefs
    .map(({ id, weight }) => ({ ...lhr.audits[id], weight }))
    .filter((found) => found.weight > 0 && found.score !== null && found.score < 0.9)
    .map((found) => `    ${found.title}: ${found.displayValue ?? found.score}`);
}

async function measure(port, device) {
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await audit(port, device));
  return Object.entries(LIMITS[device]).map(([category, limit]) => {
    const keeps = tell(`${device} ${category}`, median(runs.map((lhr) => score(lhr, category))), limit, {
      atLeast: true,
    });
    if (!keeps) console.log(shortfalls(runs.at(-1), category).join("\n"));
    return keeps;
  });
}

const verdicts = await signedIn(async (_, port) => [
  ...(await measure(port, "desktop")),
  ...(await measure(port, "mobile")),
]);
process.exitCode = verdicts.every(Boolean) ? 0 : 1;
