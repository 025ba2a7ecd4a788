import { use } from "react";
import type { ParameterPart, Span, Step } from "@/api/automations";
import { useMaybeObject, useObjects } from "@/api/objects";
import { useSegments } from "@/api/segments";
import { useTemplates } from "@/api/templates";
import { userName, useUsers } from "@/api/users";
import { useWords } from "@/i18n/useWords";
import { PageContext } from "./around";
import { useAssignments, useWebhooks } from "./offers";
import { spanText, useActionPart, useValueText, useWaitText } from "./words";

/** Where the name of a field stands for what the record holds there. */
const GAP = /\{\{ *([a-z0-9_]+) *\}\}/g;

/** What a step does, in a line beside its name. */
export function useSummary(step: Step): string {
  const { t } = useWords("automations");
  const { object } = use(PageContext);
  const waits = useWaitText(object);
  const acts = useActionText(step);
  switch (step.kind) {
    case "action":
      return acts;
    case "branch":
      return t("automations.steps.ways", { count: step.branches?.length ?? 0 });
    case "stop":
      return t("automations.steps.stopSaid");
    default:
      return waits(step);
  }
}

/** What an action was given, in words. */
function useActionText(step: Step): string {
  const { t, language, label } = useWords("automations");
  const { object } = use(PageContext);
  const part = useActionPart(step.action);
  const target = useMaybeObject(typeof step.with?.object === "string" ? step.with.object : undefined) ?? object;
  const objects = useObjects();
  const users = useUsers();
  const valueText = useValueText();
  const nameOf = useNameOf(part?.parameters ?? []);
  const gapped = (text: string) =>
    text.replace(GAP, (_, name: string) => `‹${label(object.fields.get(name)?.label) || name}›`);
  const one = (parameter: ParameterPart, value: unknown): string => {
    if (value === undefined || value === null || value === "" || value === false) return "";
    if (parameter.shape === "values") {
      const values = Object.entries(value as Record<string, unknown>).map(([field, said]) => {
        const meta = target.fields.get(field);
        const name = label(meta?.label) || field;
        const rule = said as { from?: string; in?: Span } | null;
        if (rule && typeof rule === "object" && typeof rule.from === "string")
          return t("automations.values.saidFrom", {
            name,
            from: label(object.fields.get(rule.from)?.label) || t("automations.values.self"),
          });
        if (rule && typeof rule === "object" && rule.in)
          return t("automations.values.saidAhead", { name, span: spanText(t, language, rule.in) });
        return t("automations.values.saidFixed", { name, value: gapped(valueText(meta, said)) });
      });
      return values.join(" · ");
    }
    if (parameter.shape === "boolean") return label(parameter.label);
    if (parameter.of === "object") return label(objects.find((each) => each.plural === value)?.label);
    if (parameter.of === "field") return "";
    if (parameter.of === "user")
      return (Array.isArray(value) ? value : [value])
        .map((id) => userName(users.find((user) => user.id === id)) || "…")
        .join(", ");
    if (parameter.shape === "id") return nameOf(parameter.of, value);
    const option = parameter.options.find((each) => each.value === value);
    return option ? label(option.label) : String(value);
  };
  return (part?.parameters ?? [])
    .map((parameter) => one(parameter, step.with?.[parameter.name]))
    .filter(Boolean)
    .join(" · ");
}

/** The name of what an id stands for: a template, a list, a webhook, a rule. */
function useNameOf(parameters: readonly ParameterPart[]): (of: string | null, id: unknown) => string {
  const { t } = useWords("automations");
  const asks = (of: string) => parameters.some((one) => one.of === of);
  const known: Record<string, { id: string; name: string }[] | undefined> = {
    template: useTemplates().data,
    segment: useSegments().data,
    webhook: useWebhooks(asks("webhook")).data,
    assignment: useAssignments(asks("assignment")).data,
  };
  return (of, id) => {
    const all = known[of ?? ""];
    return all ? (all.find((one) => one.id === id)?.name ?? t("automations.said.gone")) : "…";
  };
}
