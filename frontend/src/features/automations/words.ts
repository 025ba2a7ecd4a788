/** What an automation says, in the reader's words: its spans, what it begins with, what each step does. */
import type { TFunction } from "i18next";
import type { ActionPart, Span, Step, Trigger } from "@/api/automations";
import { useParts } from "@/api/automations";
import { useMaybeObject, useObjects } from "@/api/objects";
import { useMaybeRecord } from "@/api/records";
import { useSegments } from "@/api/segments";
import type { FieldMeta } from "@/api/types";
import { userName, useUsers } from "@/api/users";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import type { CompiledObject } from "@/metadata/compile";
import { useForms, usePurposes } from "./offers";

export const UNITS = ["minutes", "hours", "days", "weeks"] as const;

/** A length of time as one says it: "3 días", without the side on which it lies. */
export function spanText(t: TFunction, language: string, span: Span | null | undefined): string {
  const parts = UNITS.toReversed().flatMap((unit) =>
    span?.[unit] ? [t(`automations.span.${unit}`, { count: Math.abs(span[unit]) })] : [],
  );
  return new Intl.ListFormat(language, { type: "conjunction" }).format(parts);
}

/** Whether a span leads back, on, or nowhere. */
export function sideOf(span: Span | null | undefined): "on" | "before" | "after" {
  const first = UNITS.map((unit) => span?.[unit] ?? 0).find((number) => number !== 0) ?? 0;
  return first === 0 ? "on" : first < 0 ? "before" : "after";
}

export const idOf = (trigger: Trigger, part: string) =>
  typeof trigger[part] === "string" ? (trigger[part] as string) : undefined;

/** A value of a field as its reader writes it: an option, a person, yes or no. */
export function useValueText(): (field: FieldMeta | undefined, value: unknown) => string {
  const { t, label } = useWords("automations");
  const users = useUsers();
  const formats = useFormats();
  return (field, value) => {
    if (value === null || value === undefined) return t("automations.said.empty");
    const option = field?.options?.find((one) => one.value === value);
    if (option) return label(option.label);
    if (field?.type === "user") return userName(users.find((user) => user.id === value)) || "…";
    if (typeof value === "boolean") return t(value ? "fields.yes" : "fields.no");
    if (typeof value === "number") return formats.number(value);
    if (Array.isArray(value)) return value.map((one) => (typeof one === "object" ? "…" : String(one))).join(", ");
    if (typeof value === "object") {
      const { amount, currency } = value as { amount?: string; currency?: string };
      return amount && currency ? formats.money({ amount, currency }) : "…";
    }
    return String(value);
  };
}

/** What an automation begins with, as a sentence. */
export function useTriggerText(plural: string, trigger: Trigger): string {
  const { t, language, label, inner } = useWords("automations");
  const summary = useObjects().find((one) => one.plural === plural);
  const fieldName = idOf(trigger, "field");
  const object = useMaybeObject(fieldName || trigger.kind === "returned" ? plural : undefined);
  const segments = useSegments().data;
  const forms = useForms(Boolean(idOf(trigger, "form"))).data;
  const purposes = usePurposes(Boolean(idOf(trigger, "purpose"))).data;
  const campaignId = idOf(trigger, "campaign");
  const campaign = useMaybeRecord(campaignId ? "campaigns" : undefined, campaignId);
  const valueText = useValueText();
  const said = (key: string, values: Record<string, unknown> = {}) => t(`automations.said.${key}`, values);
  const named = object?.fields.get(fieldName ?? "");
  const field = named ? label(named.label) : (fieldName ?? "");
  const at = idOf(trigger, "at");
  const withHour = (text: string) => (at ? `${text}, ${said("at", { at })}` : text);
  const list = (values: unknown) =>
    Array.isArray(values)
      ? new Intl.ListFormat(language, { type: "disjunction" }).format(values.map((one) => valueText(named, one)))
      : undefined;

  switch (trigger.kind) {
    case "created":
    case "deleted":
      return capital(said(trigger.kind, { one: oneOf(language, inner(summary?.label)) }));
    case "changed": {
      if (!fieldName) return capital(said("changed", { one: oneOf(language, inner(summary?.label)) }));
      const [from, to] = [list(trigger.from), list(trigger.to)];
      const key = from && to ? "changedFromTo" : to ? "changedTo" : from ? "changedFrom" : "changedField";
      return said(key, { field, from, to });
    }
    case "date": {
      const span = trigger.offset as Span | undefined;
      const side = sideOf(span);
      const key = side === "on" ? "date" : side === "before" ? "dateBefore" : "dateAfter";
      const text = withHour(said(key, { field, span: spanText(t, language, span) }));
      return trigger.yearly ? `${text}, ${said("yearly")}` : text;
    }
    case "segment_entered":
    case "segment_left": {
      const found = segments?.find((one) => one.id === trigger.segment);
      return said(trigger.kind, { name: found?.name ?? (segments ? said("gone") : "…") });
    }
    case "mail_opened":
    case "mail_clicked":
      return campaignId
        ? said(`${trigger.kind}Of`, { name: typeof campaign?.name === "string" ? campaign.name : "…" })
        : said(trigger.kind);
    case "form_sent": {
      const form = forms?.find((one) => one.id === trigger.form);
      return trigger.form ? said("form_sentOf", { name: form?.name ?? "…" }) : said("form_sent");
    }
    case "consent_given":
    case "consent_withdrawn": {
      const purpose = purposes?.find((one) => one.key === trigger.purpose);
      return trigger.purpose && trigger.purpose !== "marketing"
        ? said(`${trigger.kind}Of`, { name: inner(purpose?.label) || String(trigger.purpose) })
        : said(trigger.kind);
    }
    case "returned": {
      const by = ((trigger.by as string[] | undefined) ?? ["visit"]).map((way) =>
        way === "visit" ? said("visit") : inner(object?.related.find((one) => one.field === way)?.label) || way,
      );
      const ways = new Intl.ListFormat(language, { type: "disjunction" }).format(by);
      return said("returned", {
        count: Number((trigger.absent as { days?: number } | undefined)?.days ?? 0),
        by: ways,
      });
    }
    default: {
      const on = Number(trigger.on ?? 1);
      if (trigger.every === "day") return said("everyDay", { at });
      if (trigger.every === "week") return said("everyWeek", { day: weekday(language, on), at });
      return said("everyMonth", { on, at });
    }
  }
}

/** A day of the week, Monday the first. */
export function weekday(language: string, on: number): string {
  // The first of January 2024 was a Monday.
  return new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" }).format(Date.UTC(2024, 0, on));
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** One record of an object, with the article that it takes. */
function oneOf(language: string, name: string): string {
  if (language === "en") return `${/^[aeiou]/i.test(name) ? "an" : "a"} ${name}`;
  return `${/(a|ión|dad)$/.test(name) ? "una" : "un"} ${name}`;
}

/** The action of a step, as the API offers it. */
export function useActionPart(name: string | undefined): ActionPart | undefined {
  return useParts().data?.actions.find((one) => one.name === name);
}

/** What a step is called: the name that its author gave it, or what it does. */
export function useStepName(): (step: Step) => string {
  const { t, label } = useWords("automations");
  const actions = useParts().data?.actions;
  return (step) => {
    if (step.label) return step.label;
    if (step.kind !== "action") return t(`automations.steps.kinds.${step.kind}`);
    return label(actions?.find((one) => one.name === step.action)?.label) || (step.action ?? "");
  };
}

/** What a wait says beside its name. */
export function useWaitText(object: CompiledObject): (step: Step) => string {
  const { t, language, inner } = useWords("automations");
  return (step) => {
    const span = spanText(t, language, step.kind === "wait" ? step.for : (step.offset ?? step.most));
    if (step.kind === "wait")
      return t(`automations.steps.${step.at ? "saidWaitAt" : "saidWait"}`, { span, at: step.at });
    if (step.condition) return t("automations.steps.saidCondition", { span });
    const field = inner(object.fields.get(step.field ?? "")?.label) || (step.field ?? "");
    const side = sideOf(step.offset);
    const key = side === "on" ? "saidField" : side === "before" ? "saidFieldBefore" : "saidFieldAfter";
    const text = t(`automations.steps.${key}`, { field, span });
    return step.at ? `${text}, ${t("automations.said.at", { at: step.at })}` : text;
  };
}

/** Why a run ended or a step did nothing, in words; the code where there are none. */
export function useWhy(): (code: unknown) => string {
  const { t } = useWords("automations");
  return (code) => (typeof code === "string" ? t(`automations.why.${code}`, { defaultValue: code }) : "");
}

/** Which way of a branch was taken, as the log and a trial tell it; nothing where they do not. */
export function useWayName(): (told: { branch?: unknown; way?: unknown }) => string | undefined {
  const { t } = useWords("automations");
  return ({ branch, way }) => {
    if (typeof branch === "string" && branch) return branch;
    if (typeof way === "number") return t("automations.steps.way", { n: way });
    return way === null ? t("automations.steps.otherwise") : undefined;
  };
}
