import type { AskedField, Form, FormContent } from "@/api/forms";
import type { FieldMeta, Language } from "@/api/types";
import { type CompiledObject, isEditable } from "@/metadata/compile";

export interface Draft extends FormContent {
  name: string;
}

/** The types that a form can ask for; what links to other records is nothing that a stranger knows. */
const ASKABLE = new Set([
  ...["text", "long_text", "email", "phone", "choice", "multi_choice"],
  ...["boolean", "date", "integer", "number", "url"],
]);

export function askable(object: CompiledObject): FieldMeta[] {
  return [...object.fields.values()].filter((field) => ASKABLE.has(field.type) && isEditable(field));
}

export const mustAsk = (field: FieldMeta) =>
  Boolean(field.required) && (field.default === undefined || field.default === null);

/** What a form begins with: what every record needs, and by which somebody is reached. */
export function beginning(object: CompiledObject, say: (key: string) => string): AskedField[] {
  const offered = askable(object);
  const named = new Set(["first_name", "last_name"]);
  const email = offered.find((field) => field.type === "email");
  const phone = offered.find((field) => field.type === "phone");
  const chosen = offered.filter(
    (field) => mustAsk(field) || named.has(field.name) || field === email || field === phone,
  );
  return chosen.map((field) => ({
    field: field.name,
    // A record has several addresses and numbers; whoever fills in a form gives one.
    ...(field === email || field === phone ? { label: say(field.type) } : {}),
    required: mustAsk(field) || field === email,
  }));
}

export function draftOf(saved: Form): Draft {
  return {
    name: saved.name,
    object: saved.object,
    language: (saved.language ?? "es") as Language,
    title: saved.title ?? "",
    fields: saved.fields ?? [],
    values: (saved.values ?? {}) as Draft["values"],
    consent: saved.consent ?? null,
    thanks: saved.thanks ?? "",
    redirect: saved.redirect ?? null,
    assignment: saved.assignment ?? null,
    is_open: saved.is_open ?? true,
  };
}

export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = items.filter((_, at) => at !== from);
  const item = items[from];
  return item === undefined ? rest : [...rest.slice(0, to), item, ...rest.slice(to)];
}
