import type { ActionKind, ActionRule, RuleContent } from "@/api/actionRules";

/** The actions that open a record, and of which object by themselves. */
export const OPENS: Partial<Record<ActionKind, string>> = { call: "calls", task: "tasks", offer: "deals", create: "" };

const STEP = 10;

export interface Draft extends RuleContent {
  name: string;
}

/** What is edited of a rule; a new one is asked after all others. */
export function draftOf(rule: ActionRule | null, object: string, last: number): Draft {
  if (rule) {
    const { id: _, version: __, told: ___, ...draft } = rule;
    return {
      name: draft.name,
      object: draft.object,
      filter: draft.filter,
      figures: draft.figures,
      words: draft.words,
      action: draft.action,
      priority: draft.priority,
      enabled: draft.enabled,
      from: draft.from,
      until: draft.until,
      rest_days: draft.rest_days,
    };
  }
  return {
    name: "",
    object,
    filter: null,
    figures: [],
    words: { es: "", en: "" },
    action: { kind: "say" },
    priority: last + STEP,
    enabled: true,
    from: null,
    until: null,
    rest_days: 30,
  };
}

/** What is tried and kept of a draft, without its name. */
export function contentOf({ name: _, ...content }: Draft): RuleContent {
  return content;
}
