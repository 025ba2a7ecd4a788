import { Textarea } from "@mantine/core";
import type { InputProps } from "../kit";
import { useInputName } from "../labels";

export function LongTextInput({ field, value, onChange, label, error, autoFocus }: InputProps<string>) {
  const name = useInputName(field, label);
  return (
    <Textarea
      {...name}
      value={value ?? ""}
      error={error}
      autosize
      minRows={3}
      maxRows={12}
      maxLength={field.max_length ?? undefined}
      autoFocus={autoFocus}
      data-autofocus={autoFocus || undefined}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  );
}
