/**
 * Seeing Tendero as somebody else does: for administrators, for looking alone. It belongs to one tab, lasts until it is
 * ended there, and begins and ends with a new page, so that nothing that one has read is shown to the other.
 */
import { ApiProblem } from "./problems";

export interface Seen {
  id: string;
  name: string;
}

const KEPT = "tendero-seen-as";
const HEADER = "Tendero-See-As";
const LOOKING = /\/(query|groups|duplicates|preview)$/;

function read(): Seen | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT) ?? "null") as Seen | null;
  } catch {
    return null;
  }
}

const seen = read();

/** As whom this tab sees Tendero; null as oneself. */
export const seenAs = (): Seen | null => seen;

export function seeAs(someone: Seen): void {
  sessionStorage.setItem(KEPT, JSON.stringify(someone));
  location.assign("/");
}

/** Forgets as whom one sees, as signing out does. */
export const forgetSeen = () => sessionStorage.removeItem(KEPT);

export function seeAsOneself(to = "/settings/users"): void {
  forgetSeen();
  location.assign(to);
}

/** Whoever may not see as somebody else, or no longer can, sees as themselves again. */
export function stopWhenRefused(problem: unknown): never {
  if (seen && problem instanceof ApiProblem && (problem.status === 403 || problem.status === 404)) seeAsOneself("/");
  throw problem;
}

/** Marks a request as one of looking; false when it would do more than look. */
export function markAsSeen(request: Request): boolean {
  if (!seen) return true;
  if (request.method !== "GET" && !LOOKING.test(new URL(request.url).pathname)) return false;
  request.headers.set(HEADER, seen.id);
  return true;
}
