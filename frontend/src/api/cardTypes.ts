/** A customer at a glance, as the API tells it of any object that has cards. */
import type { MoneyValue, Values } from "./types";

export type ChurnLevel = "unknown" | "low" | "medium" | "high";

export interface CardValue {
  plural: string;
  /** The link of those records that leads to the customer. */
  field: string;
  relation: string;
  purchases: number;
  purchases_12_months: number;
  first: string | null;
  last: string | null;
  spent: MoneyValue | null;
  spent_12_months: MoneyValue | null;
  average: MoneyValue | null;
  unvalued: number;
  /** Whether no more are stored, and whether the reader sees all of them. */
  exact: boolean;
  whole: boolean;
  buys_most: { name: string; id: string | null; times: number }[];
  group: { segment: string; name: string; key: string } | null;
}

export interface Churn {
  level: ChurnLevel;
  chance: number | null;
  usual_days: number | null;
  silent_days: number | null;
  expected: string | null;
  sentence: string;
}

export interface Touch {
  kind: string;
  plural: string | null;
  id: string | null;
  name: string | null;
  at: string;
  by: string | null;
  outcome: string | null;
  ended: string | null;
}

export interface Matter {
  kind: string;
  plural: string;
  id: string;
  name: string | null;
  due: string | null;
  late: boolean;
  amount: MoneyValue | null;
  flags: string[];
}

export interface AdvisedAction {
  kind: string;
  object: string | null;
  values: Values | null;
  template: string | null;
}

export interface Advice {
  rule: string;
  name: string;
  words: string;
  why: string;
  action: AdvisedAction;
  rest_days: number;
  may_answer: boolean;
}

export interface Card {
  plural: string;
  id: string;
  name: string | null;
  owner: string | null;
  value: CardValue | null;
  churn: Churn | null;
  touches: { last: Touch[]; next: Touch | null; unanswered: Touch | null };
  matters: { count: number; late: number; items: Matter[] };
  next: Advice | null;
}

export interface AdviceAnswer {
  rule: string;
  answer: "done" | "declined";
  by: string;
  at: string;
  until: string;
}
