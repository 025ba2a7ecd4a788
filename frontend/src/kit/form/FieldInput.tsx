import { Skeleton } from "@mantine/core";
import { Suspense } from "react";
import type { FieldMeta, RecordRow } from "@/api/types";
import { kitOf } from "@/fields/registry";
import { useWords } from "@/i18n/useWords";
import { errorsBelow } from "@/kit/problemText";

interface Props {
  field: FieldMeta;
  value: unknown;
  onChange(value: unknown): void;
  errors?: Record<string, string>;
  record?: RecordRow | undefined;
  autoFocus?: boolean;
}

/** A field of a form: its label, its input, what was wrong with it. */
export function FieldInput({ field, value, onChange, errors = {}, record, autoFocus = false }: Props) {
  const { label } = useWords();
  const Input = kitOf(field).input;
  return (
    <div data-field={field.name} data-refused={errors[field.name] ? true : undefined}>
      <Suspense fallback={<Skeleton height={56} />}>
        <Input
          field={field}
          label={label(field.label)}
          value={value as never}
          error={errors[field.name]}
          errors={errorsBelow(errors, field.name)}
          record={record}
          autoFocus={autoFocus}
          onChange={onChange}
        />
      </Suspense>
    </div>
  );
}
