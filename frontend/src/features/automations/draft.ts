/** An automation while somebody changes it. */
import type { Automation, AutomationContent, Span, Step, StepKind, Trigger } from "@/api/automations";
import type { FieldError } from "@/api/problems";
import type { Filter } from "@/api/types";
import { isPredicate } from "@/kit/filters/tree";

export const MOST_AN_HOUR = 10_000;

export interface Draft extends AutomationContent {
  name: string;
}

export function draftOf(saved: Automation): Draft {
  const { name, object, trigger, conditions, exit, ends_on, steps, reentry, cooldown, most_an_hour, description } =
    saved;
  return {
    name,
    object,
    trigger,
    conditions: conditions ?? null,
    exit: exit ?? null,
    ends_on: ends_on ?? [],
    steps: steps ?? [],
    reentry: reentry ?? "never",
    cooldown: cooldown ?? null,
    most_an_hour: most_an_hour ?? MOST_AN_HOUR,
    description: description ?? "",
  };
}

/** An id that no step of this automation ever had, so that what is counted of one is never taken for another's. */
const newId = () => `s${crypto.randomUUID().slice(0, 8)}`;

export function newStep(kind: StepKind, action?: string): Step {
  const id = newId();
  switch (kind) {
    case "action":
      return { id, kind, action: action ?? "", with: action === "notify" ? { to: "owner" } : {} };
    case "wait":
      return { id, kind, for: { days: 3 } };
    case "wait_until":
      return { id, kind, condition: null, most: { days: 7 }, otherwise: "go_on" };
    case "branch":
      return { id, kind, branches: [{ label: "", condition: null, steps: [] }], otherwise: [] };
    case "stop":
      return { id, kind };
  }
}

/** Steps like these with ids of their own, for a copy. */
export const copied = (steps: readonly Step[]): Step[] =>
  steps.map((step) => ({
    ...step,
    id: newId(),
    ...(step.branches ? { branches: step.branches.map((way) => ({ ...way, steps: copied(way.steps) })) } : {}),
    ...(Array.isArray(step.otherwise) ? { otherwise: copied(step.otherwise) } : {}),
  }));

export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

const isNothing = (span: Span | undefined) => !span || Object.values(span).every((number) => !number);

function withoutShift<T extends { offset?: unknown }>(said: T): T {
  if (!("offset" in said) || !isNothing(said.offset as Span | undefined)) return said;
  const { offset: _, ...rest } = said;
  return rest as T;
}

/** What is sent of a draft: shifts of nothing and empty times left out. */
export function sentOf(draft: Draft): Draft {
  const step = (one: Step): Step => ({
    ...withoutShift(one),
    ...(one.branches ? { branches: one.branches.map((way) => ({ ...way, steps: way.steps.map(step) })) } : {}),
    ...(Array.isArray(one.otherwise) ? { otherwise: one.otherwise.map(step) } : {}),
  });
  return {
    ...draft,
    name: draft.name.trim(),
    trigger: withoutShift(draft.trigger as Trigger & { offset?: unknown }),
    steps: draft.steps.map(step),
  };
}

/** Every step, those inside branches too, as one reads them. */
export function everyStep(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => [
    step,
    ...(step.branches ?? []).flatMap((way) => everyStep(way.steps)),
    ...(Array.isArray(step.otherwise) ? everyStep(step.otherwise) : []),
  ]);
}

/** Whether a filter asks what only segments have words for. */
export function asksPredicates(filter: Filter): boolean {
  if ("field" in filter) return false;
  if (isPredicate(filter)) return true;
  if ("not" in filter) return asksPredicates(filter.not);
  return ("all" in filter ? filter.all : filter.any).some(asksPredicates);
}

/** What was refused of one step, by the path below it. */
export function errorsOfStep(errors: Record<string, string>, id: string): Record<string, string> {
  const start = `steps.${id}.`;
  return Object.fromEntries(
    Object.entries(errors).flatMap(([path, text]) =>
      path === `steps.${id}` ? [["", text]] : path.startsWith(start) ? [[path.slice(start.length), text]] : [],
    ),
  );
}

/** Messages by path, in the words of automations where they have their own. */
export function errorsBy(errors: readonly FieldError[], words: (error: FieldError) => string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const error of errors) found[error.field] ??= words(error);
  return found;
}
