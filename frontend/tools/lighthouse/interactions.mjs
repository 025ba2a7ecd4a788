/**
 * How quickly Tendero answers a hand: `npm run interactions [address]`.
 *
 * Largest paint and shift of a list are the median of five loads; each interaction is the longest of the events that it
 * is made of, from the key or the button to the next frame, as the browser's own Event Timing reports it.
 */
import { address, median, signedIn, tell } from "./chromium.mjs";

const LIST = `${address}/records/contacts`;
const LOADS = 5;
const WIDE = { width: 1366, height: 850 };

/** Runs in the page before anything else: keeps what the browser reports. */
function watch() {
  const seen = { paint: 0, shift: 0, events: [] };
  window.seen = seen;
  const observe = (type, take, options) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...options });
  observe("largest-contentful-paint", (entry) => {
    seen.paint = entry.startTime;
  });
  observe("layout-shift", (entry) => {
    if (!entry.hadRecentInput) seen.shift += entry.value;
  });
  observe("event", (entry) => entry.interactionId && seen.events.push(entry.duration), { durationThreshold: 16 });
}

async function opened(browser, path) {
  const page = await browser.newPage();
  await page.setViewport(WIDE);
  await page.evaluateOnNewDocument(watch);
  await page.goto(path, { waitUntil: "networkidle0" });
  return page;
}

async function loads(browser, path) {
  const found = [];
  for (let load = 0; load < LOADS; load += 1) {
    const page = await opened(browser, path);
    found.push(await page.evaluate(() => window.seen));
    await page.close();
  }
  return { paint: median(found.map((one) => one.paint)), shift: median(found.map((one) => one.shift)) };
}

/** The longest event while `act` runs, in milliseconds; what is under a frame counts as one. */
async function longest(page, act) {
  await page.evaluate(() => {
    window.seen.events.length = 0;
  });
  await act();
  await new Promise((resolve) => setTimeout(resolve, 600));
  return page.evaluate(() => Math.max(16, ...window.seen.events));
}

const verdicts = await signedIn(async (browser) => {
  const { paint, shift } = await loads(browser, LIST);
  const board = await loads(browser, `${address}/records/deals?layout=board`);
  const page = await opened(browser, LIST);
  const sort = () => page.click("thead th button");
  const edit = async () => {
    await page.click("tbody td[data-field][aria-readonly=false]");
    await page.keyboard.press("Enter");
    await page.keyboard.type("a");
    await page.keyboard.press("Escape");
  };
  const palette = async () => {
    await page.keyboard.down("Control");
    await page.keyboard.press("k");
    await page.keyboard.up("Control");
    await page.keyboard.type("ana");
    await page.keyboard.press("Escape");
  };
  return [
    tell("largest paint of a list", Math.round(paint), 1500, { unit: " ms" }),
    tell("layout shift of a list", Number(shift.toFixed(3)), 0.05),
    tell("layout shift of a board", Number(board.shift.toFixed(3)), 0.05),
    tell("sort", await longest(page, sort), 150, { unit: " ms" }),
    tell("sort back", await longest(page, sort), 150, { unit: " ms" }),
    tell("edit a cell", await longest(page, edit), 150, { unit: " ms" }),
    tell("palette", await longest(page, palette), 150, { unit: " ms" }),
  ];
});
process.exitCode = verdicts.every(Boolean) ? 0 : 1;
