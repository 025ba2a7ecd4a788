import type { FieldMeta } from "@/api/types";
import { useWords } from "@/i18n/useWords";

/** What an input is called: its visible label, or the name that a screen reader hears in a cell. */
export function useInputName(field: FieldMeta, label: string | undefined) {
  const words = useWords();
  if (!label) return { "aria-label": words.label(field.label) };
  return { label, required: Boolean(field.required), description: field.help && words.label(field.help) };
}

/** The same for several inputs that are one value. */
export function useGroupName(field: FieldMeta, label: string | undefined) {
  const words = useWords();
  return {
    label,
    name: label ?? words.label(field.label),
    required: field.required,
    help: label && field.help ? words.label(field.help) : undefined,
  };
}
