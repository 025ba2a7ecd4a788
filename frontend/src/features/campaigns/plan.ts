import type { Plan, PlanWish } from "@/api/campaigns";

/** A plan as it is edited: what a launch fixes has no place in it. */
export type Draft = Required<PlanWish>;

export const EMPTY: Draft = {
  segments: [],
  except_segments: [],
  exclusions: [],
  purpose: "marketing",
  variants: [],
  test: null,
  control: 0,
  window: null,
  per_hour: null,
  personal_hour: false,
  utm: true,
};

export const TEST = { share: 20, decide_by: "clicks", after_hours: 24 } as const;
export const WINDOW = { days: ["mo", "tu", "we", "th", "fr"] as Day[], from: "09:00", to: "20:00" };
export const DAYS = ["mo", "tu", "we", "th", "fr", "sa", "su"] as const;
export type Day = (typeof DAYS)[number];
export const MOST_VARIANTS = 5;
const NAMES = ["A", "B", "C", "D", "E"];

export function draftOf(plan: Plan): Draft {
  const { utm_campaign: _, ...kept } = plan;
  return { ...kept, variants: plan.variants.map(({ name, template }) => ({ name, template })) };
}

/** The draft with the test that several wordings need before they can go. */
export function completed(draft: Draft): Draft {
  return draft.variants.length > 1 && !draft.test ? { ...draft, test: TEST } : draft;
}

/** The parts that differ; nothing else is sent, so that two people may change two parts. */
export function changesOf(kept: Draft, draft: Draft): PlanWish {
  const parts = Object.keys(draft) as (keyof Draft)[];
  const changed = parts.filter((part) => JSON.stringify(kept[part]) !== JSON.stringify(draft[part]));
  return Object.fromEntries(changed.map((part) => [part, draft[part]])) as PlanWish;
}

/** The draft with one more wording; a test comes with the second. */
export function withVersion(draft: Draft, template: string): Draft {
  const name = NAMES.find((one) => draft.variants.every((variant) => variant.name !== one)) ?? "";
  const variants = [...draft.variants, { name, template }];
  return { ...draft, variants, test: variants.length > 1 ? (draft.test ?? TEST) : null };
}

/** The draft without a wording; the test goes with the last but one. */
export function withoutVersion(draft: Draft, at: number): Draft {
  const variants = draft.variants.filter((_, place) => place !== at);
  return { ...draft, variants, test: variants.length > 1 ? draft.test : null };
}

/** A clock that counts down, `0:47`. */
export function clockOf(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
