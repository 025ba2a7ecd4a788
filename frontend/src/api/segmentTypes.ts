import type { components } from "./schema";

export type Schemas = components["schemas"];

/** A record's score and what gives it: segments that one may know of each by itself, the `others` together. */
export interface Score {
  score: number | null;
  parts: { segment: string; name: string; points: number; since: string }[];
  others: number;
}
