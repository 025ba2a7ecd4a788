import { online } from "@/lib/online";
import { createStore } from "@/lib/store";

/** What is known of a page that did not come: `asking` until the server has had its time to answer. */
export type Finding = "asking" | "offline" | "updated";
/** What the server says of its build; `silent` when it says nothing, or somebody else answers in its place. */
export type Answer = "same" | "updated" | "silent";

export interface Lost {
  /** Its address. */
  page: string;
  /** Whether a file of the portal failed, which a newer build may no longer have. */
  isFile: boolean;
  /** Draws the page anew. */
  again(): Promise<unknown>;
  reload(): void;
}

const SECOND = 1_000;
const PAUSES = [2, 4, 8, 15, 30, 60].map((seconds) => seconds * SECOND);
const ANSWERS_WITHIN = 10 * SECOND;
const LATE = 2 * SECOND;
/** A page that fails again so soon after it was tried has never come. */
const SOON = 30 * SECOND;
const RELOADS_APART = 300 * SECOND;
const RELOADED = "tendero-reloaded";
const ENTRY = 'script[type="module"][src]';

export const finding = createStore<Finding>("asking");

const entryOf = (document: Document) => document.querySelector(ENTRY)?.getAttribute("src");

/** The name of the entry holds a hash of the build, so that another name is another build. */
export async function askBuild(): Promise<Answer> {
  try {
    const answer = await fetch("/index.html", { cache: "no-store", signal: AbortSignal.timeout(ANSWERS_WITHIN) });
    const served = answer.ok && entryOf(new DOMParser().parseFromString(await answer.text(), "text/html"));
    if (!served) return "silent";
    return served === entryOf(document) ? "same" : "updated";
  } catch {
    return "silent";
  }
}

let last = { page: "", at: 0, pauses: 0, tries: 0 };
/** Only the newest question counts: whoever asks anew, or goes, takes the word from those before. */
let run = 0;

// A style sheet that did not come would count as there when its page is tried anew, which would be drawn without it.
addEventListener(
  "error",
  ({ target }) => {
    if (target instanceof HTMLLinkElement && target.rel === "stylesheet") target.remove();
  },
  true,
);

/** Many browsers remember for as long as a page is open that a file did not come, and so does a lazy part of ours. */
async function retry(lost: Lost): Promise<void> {
  const now = Date.now();
  const mayReload = now - Number(sessionStorage.getItem(RELOADED)) > RELOADS_APART;
  last.tries += 1;
  if (!lost.isFile || last.tries < 2 || !mayReload) {
    await lost.again();
    return;
  }
  sessionStorage.setItem(RELOADED, String(now));
  lost.reload();
}

async function look(lost: Lost): Promise<void> {
  run += 1;
  const mine = run;
  const late = setTimeout(() => mine === run && finding.set("offline"), LATE);
  const answer = await askBuild();
  clearTimeout(late);
  if (mine !== run) return;
  last.at = Date.now();
  if (answer === "updated" && lost.isFile) {
    finding.set("updated");
    return;
  }
  if (answer === "silent") finding.set("offline");
  else await retry(lost);
  rest(lost, mine);
}

function rest(lost: Lost, mine: number): void {
  if (mine !== run) return;
  const pause = PAUSES[Math.min(last.pauses, PAUSES.length - 1)];
  last.pauses += 1;
  setTimeout(() => mine === run && look(lost), pause);
}

/**
 * Lets a page that did not come do so by itself: tries it anew whenever the server answers, which is asked when there
 * is a network and then with ever longer pauses. Returns how to end it.
 */
export function comeBack(lost: Lost): () => void {
  const isNew = lost.page !== last.page || Date.now() - last.at > SOON;
  if (isNew) {
    last = { page: lost.page, at: Date.now(), pauses: 0, tries: 0 };
    finding.set(online.get() ? "asking" : "offline");
  } else if (finding.get() === "asking") finding.set("offline");
  run += 1;
  if (isNew && online.get()) look(lost);
  else rest(lost, run);
  const leave = online.subscribe(() => {
    if (!online.get()) return;
    last.pauses = 0;
    look(lost);
  });
  return () => {
    run += 1;
    leave();
  };
}
