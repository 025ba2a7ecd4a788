/** Where each group of customers stands: how recently they bought, and how often. */
import type { SegmentRow } from "@/api/segments";

export const RECENCIES = ["recent", "cooling", "gone"] as const;
export const FREQUENCIES = ["often", "seldom"] as const;
type Recency = (typeof RECENCIES)[number];
type Frequency = (typeof FREQUENCIES)[number];

const PLACES: Record<Recency, Record<Frequency, readonly string[]>> = {
  recent: { often: ["champions", "loyal"], seldom: ["promising", "new"] },
  cooling: { often: ["at_risk"], seldom: ["fading"] },
  gone: { often: ["missed"], seldom: ["lost"] },
};

export interface Grouped {
  object: string;
  related: string;
  /** The segments of the groups, by what they are. */
  segments: ReadonlyMap<string, SegmentRow>;
}

/** The groups that stand, for each kind of customer and purchase. */
export function groupsOf(segments: readonly SegmentRow[]): Grouped[] {
  const found = new Map<string, { object: string; related: string; segments: Map<string, SegmentRow> }>();
  for (const segment of segments) {
    const [family, related, name] = segment.group?.split(":") ?? [];
    if (family !== "rfm" || !related || !name) continue;
    const key = `${segment.object} ${related}`;
    const group = found.get(key) ?? { object: segment.object, related, segments: new Map() };
    group.segments.set(name, segment);
    found.set(key, group);
  }
  return [...found.values()];
}

/** The segments of one cell of the grid, in their order. */
export const cellOf = (grouped: Grouped, recency: Recency, frequency: Frequency): SegmentRow[] =>
  PLACES[recency][frequency].flatMap((name) => grouped.segments.get(name) ?? []);
