import { currentState, subscribe } from "@/session/session";
import type { AnswersName, Word } from "./kept";

const ANSWERS: AnswersName = "tendero-answers";

/** Long enough for the first page to have come; nobody waits for this. */
const QUIET = 4_000;

const tell = (worker: ServiceWorker | null | undefined, word: Word) => worker?.postMessage(word);

/** The files that this page is made of, as far as they have come. */
const loaded = () =>
  performance
    .getEntriesByType("resource")
    .map((entry) => entry.name)
    .filter((name) => new URL(name).pathname.startsWith("/assets/"));

/** Each worker is told once: that of a newer build, which may come while the page is open, has other files to keep. */
let told: ServiceWorker | null = null;

function keep(worker: ServiceWorker | null): void {
  if (worker === told) return;
  told = worker;
  tell(worker, { keep: loaded() });
}

export async function register(serviceWorker: ServiceWorkerContainer): Promise<void> {
  await serviceWorker.register("/sw.js");
  keep((await serviceWorker.ready).active);
  serviceWorker.addEventListener("controllerchange", () => keep(serviceWorker.controller));
}

/** Who signs out leaves nothing behind that could be read. */
function forget(): void {
  tell(navigator.serviceWorker?.controller, { forget: true });
  globalThis.caches?.delete(ANSWERS).catch(() => undefined);
}

/** Begins to keep what is read, in a built portal; forgets it with the session. */
export function startKeeping(): void {
  subscribe(() => {
    if (currentState() === "signed-out") forget();
  });
  // A browser that a script drives begins anew each time, and the script wants to see every request itself.
  if (!import.meta.env.PROD || !("serviceWorker" in navigator) || navigator.webdriver) return;
  setTimeout(() => {
    // Without it Tendero works as before, only not without a network: in a private window, say.
    if (currentState() === "signed-in") register(navigator.serviceWorker).catch(() => undefined);
  }, QUIET);
}
