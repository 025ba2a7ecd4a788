import { useState } from "react";
import type { FieldMeta, RecordRow, Values } from "@/api/types";
import { clean, isEmpty } from "@/fields/registry";
import { useWords } from "@/i18n/useWords";
import { sameValue } from "@/metadata/sameValue";
import { isVisible } from "@/metadata/visible";

/** The values of a form while it is filled in. */
export function useDraft(initial: Values) {
  const { t } = useWords();
  const [start] = useState<Values>(initial);
  const [values, setValues] = useState<Values>(start);
  const [errors, setErrors] = useState<Record<string, string>>({});

  const change = (name: string, value: unknown) => {
    setValues((held) => ({ ...held, [name]: value }));
    setErrors((held) => Object.fromEntries(Object.entries(held).filter(([path]) => path.split(".")[0] !== name)));
  };

  /** Says which required fields are missing; true when none is. */
  const isComplete = (fields: readonly FieldMeta[]): boolean => {
    const missing = fields.filter(
      (field) => field.required && isVisible(field, values) && isEmpty(field, clean(field, values[field.name])),
    );
    setErrors(Object.fromEntries(missing.map((field) => [field.name, t("fieldErrors.required")])));
    return missing.length === 0;
  };

  /** What to send: everything filled in of a new record, what differs of an existing one. */
  const toSend = (fields: readonly FieldMeta[], record?: RecordRow): Values => {
    const sent: Values = {};
    for (const field of fields) {
      if (!isVisible(field, values)) continue;
      const value = clean(field, values[field.name]);
      if (record ? !sameValue(value, record[field.name]) : value !== null) sent[field.name] = value;
    }
    return sent;
  };

  return { initial: start, values, setValues, errors, setErrors, change, isComplete, toSend };
}

/** What a new record starts from: the defaults of the fields, then what the place it is made in knows. */
export function startingValues(fields: Iterable<FieldMeta>, given: Values = {}): Values {
  const values: Values = {};
  for (const field of fields) {
    if (field.default !== undefined && field.default !== null) values[field.name] = field.default;
    else if (field.type === "stage" && field.options?.length) values[field.name] = firstOpen(field);
  }
  return { ...values, ...given };
}

function firstOpen(field: FieldMeta): string | undefined {
  const options = [...(field.options ?? [])].sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
  return (options.find((option) => option.kind === "open") ?? options[0])?.value;
}
