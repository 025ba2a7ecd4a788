import { type Draft, EMPTY } from "./plan";

/** A new campaign as far as it was written: kept while one goes to make what it needs, until it is created. */
export interface Begun {
  name: string;
  goal: string;
  draft: Draft;
}

export type Made = "segments" | "templates";
/** What there was of a kind when one left to make another. */
interface Left {
  made: Made;
  known: readonly string[];
}

const NOTHING: Begun = { name: "", goal: "", draft: EMPTY };
let kept = NOTHING;
let left: Left | null = null;

export const begun = () => kept;
export const keep = (now: Begun) => {
  kept = now;
};
export const forget = () => {
  kept = NOTHING;
  left = null;
};
export const leaveToMake = (made: Made, known: readonly string[]) => {
  left = { made, known };
};

/** The draft with what was made meanwhile chosen in it, once: of several, none is meant. */
export function withMade(draft: Draft, made: Made, ids: readonly string[]): Draft {
  if (left?.made !== made) return draft;
  const fresh = ids.filter((id) => !left?.known.includes(id));
  const [one] = fresh;
  if (fresh.length !== 1 || one === undefined) return draft;
  left = null;
  if (made === "segments") return { ...draft, segments: [...draft.segments, one] };
  return draft.variants.length ? draft : { ...draft, variants: [{ name: "A", template: one }] };
}
