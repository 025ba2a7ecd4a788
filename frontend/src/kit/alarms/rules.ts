import type { Rule } from "@/api/alarms";

export const KINDS = ["limit", "change", "anomaly"] as const satisfies Rule["kind"][];
export const OPS = ["above", "below", "between", "outside"] as const;
export const SPANS = ["total", "day", "week", "month"] as const;
export const DIRECTIONS = ["either", "up", "down"] as const;
export const SENSITIVITIES = ["low", "normal", "high"] as const;

/** What a rule of each kind begins with. */
export const FIRST: Record<Rule["kind"], Rule> = {
  limit: { kind: "limit", op: "above", span: "total" },
  change: { kind: "change", direction: "either", percent: "20", span: "week" },
  anomaly: { kind: "anomaly", direction: "either", sensitivity: "normal" },
};

const NUMBER = /^-?\d{1,15}(\.\d{1,6})?$/;
const isNumber = (text: string | undefined) => NUMBER.test(text ?? "");

export const isDouble = (rule: Rule) => rule.op === "between" || rule.op === "outside";

/** Whether a rule says all that its kind needs. */
export function isWhole(rule: Rule): boolean {
  if (rule.kind === "anomaly") return true;
  if (rule.kind === "change") return isNumber(rule.percent) && Number(rule.percent) > 0;
  if (!isNumber(rule.value)) return false;
  return !isDouble(rule) || (isNumber(rule.upper) && Number(rule.upper) > Number(rule.value));
}

/** A number of a rule as it is typed: shares as percentages. */
export function typed(value: string | undefined, isShare: boolean): string | null {
  if (value === undefined || !isShare || !isNumber(value)) return value ?? null;
  return String(Number((Number(value) * 100).toFixed(6)));
}

/** What was typed, as the rule says it. */
export function said(value: string | null, isShare: boolean): string {
  if (value === null || !isShare || !isNumber(value)) return value ?? "";
  return String(Number((Number(value) / 100).toFixed(6)));
}
