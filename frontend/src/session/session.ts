/**
 * The session: the access token lives in this module's memory and nowhere else; the refresh token is an HttpOnly cookie
 * that scripts never see. One refresh runs at a time, across tabs too, so that a rotated cookie is never used twice.
 */
import { ApiProblem, problemOf } from "@/api/problems";
import type { SessionAnswer, SignInAnswer } from "@/api/types";

export type SessionState = "unknown" | "signed-in" | "signed-out";

/** Not a secret: says that a refresh cookie may exist, so that a first visit does not ask for a session it cannot have. */
const HINT = "tendero-visited";
const EARLY = 30_000;

let token: string | null = null;
let expires = 0;
let state: SessionState = "unknown";
let refreshing: Promise<boolean> | null = null;
const listeners = new Set<() => void>();

function become(next: SessionState) {
  state = next;
  for (const listener of listeners) listener();
}

function accept(answer: SessionAnswer) {
  token = answer.access_token;
  expires = Date.now() + answer.expires_in * 1000;
  localStorage.setItem(HINT, "1");
  become("signed-in");
}

function forget() {
  token = null;
  expires = 0;
  localStorage.removeItem(HINT);
  become("signed-out");
}

export function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const currentState = () => state;

async function post(path: string, body?: unknown): Promise<Response> {
  try {
    return await fetch(path, {
      method: "POST",
      credentials: "same-origin",
      headers: body ? { "Content-Type": "application/json" } : {},
      body: body ? JSON.stringify(body) : null,
    });
  } catch {
    throw new ApiProblem(0);
  }
}

async function exclusively<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request("tendero-refresh", work) : work();
}

/** Exchanges the cookie for a new access token; false when there is no session any more. */
export function refresh(): Promise<boolean> {
  refreshing ??= exclusively(async () => {
    const response = await post("/v1/session/refresh");
    if (response.ok) {
      accept(await response.json());
      return true;
    }
    if (response.status === 401 || response.status === 403) {
      forget();
      return false;
    }
    throw await problemOf(response);
  }).finally(() => {
    refreshing = null;
  });
  return refreshing;
}

/** Without a network nobody can say that the session has ended: what was last seen may be read until somebody can. */
function stayWithoutNetwork(problem: unknown): boolean {
  if (!(problem instanceof ApiProblem) || problem.status !== 0) throw problem;
  if (state === "unknown") become("signed-in");
  return false;
}

/** Finds out, once, whether this browser has a session. */
export async function start(): Promise<SessionState> {
  if (state !== "unknown") return state;
  if (localStorage.getItem(HINT)) await refresh().catch(stayWithoutNetwork);
  else become("signed-out");
  return state;
}

/** Signs in, or says what is still missing; with a first code the recovery codes come along, once. */
export async function signIn(email: string, password: string, code?: string): Promise<SignInAnswer> {
  const response = await post("/v1/session", { email, password, ...(code ? { code } : {}) });
  if (!response.ok) throw await problemOf(response);
  const answer: SignInAnswer = await response.json();
  if (isSession(answer)) accept(answer);
  return answer;
}

const isSession = (answer: SignInAnswer): answer is SignInAnswer & SessionAnswer => Boolean(answer.access_token);

/** Forgets this browser's session after every session was ended elsewhere. */
export function forgetSession(): void {
  forget();
}

/** Goes on with the session that a change of password began in place of this one. */
export function goOnWith(answer: SessionAnswer): void {
  accept(answer);
}

export async function signOut(): Promise<void> {
  const bearer = token;
  forget();
  await fetch("/v1/session", {
    method: "DELETE",
    credentials: "same-origin",
    headers: bearer ? { Authorization: `Bearer ${bearer}` } : {},
  }).catch(() => undefined);
}

/** The token to send now, renewed when it is about to end, and got when a page that began without a network has one. */
export async function accessToken(): Promise<string | null> {
  const isOld = token !== null && Date.now() > expires - EARLY;
  const isLate = token === null && state === "signed-in" && navigator.onLine;
  if (isOld || isLate) await refresh().catch(stayWithoutNetwork);
  return token;
}
