/** Debian's Chromium with somebody signed in, for as long as a measurement needs it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch } from "chrome-launcher";
import puppeteer from "puppeteer-core";

const { TENDERO_EMAIL: email = "demo@olmedo.example", TENDERO_PASSWORD: password = "demo-tendero" } = process.env;
const CHROMIUM = process.env.CHROME_PATH ?? "/usr/bin/chromium";
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const address = process.argv[2] ?? "http://localhost:8080";

/** Gives `measure` a browser whose session is a real one: it signed in through the page. */
export async function signedIn(measure) {
  const profile = mkdtempSync(join(tmpdir(), "tendero-measure-"));
  const chromium = await launch({ chromePath: CHROMIUM, chromeFlags: FLAGS, userDataDir: profile });
  const browser = await puppeteer.connect({ browserURL: `http://127.0.0.1:${chromium.port}`, defaultViewport: null });
  try {
    await signIn(browser);
    return await measure(browser, chromium.port);
  } finally {
    await browser.disconnect();
    chromium.kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function signIn(browser) {
  const page = await browser.newPage();
  await page.goto(`${address}/sign-in`, { waitUntil: "networkidle0" });
  await page.type("input[type=email]", email);
  await page.type("input[type=password]", password);
  await Promise.all([
    page.waitForFunction(() => location.pathname === "/", { timeout: 60_000 }),
    page.click("button[type=submit]"),
  ]);
  await page.close();
}

export const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];

/** Prints a figure beside its limit and says whether it keeps it. */
export function tell(name, reached, limit, { atLeast = false, unit = "" } = {}) {
  const keeps = atLeast ? reached >= limit : reached <= limit;
  const bound = atLeast ? "at least" : "at most";
  console.log(
    `${name.padEnd(34)} ${String(reached).padStart(6)}${unit}  ${bound} ${limit}${unit}  ${keeps ? "ok" : "OUT"}`,
  );
  return keeps;
}
