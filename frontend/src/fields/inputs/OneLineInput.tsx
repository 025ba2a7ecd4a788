import { TextInput } from "@mantine/core";
import type { InputProps } from "../kit";
import { useInputName } from "../labels";

export function OneLineInput({ field, value, onChange, label, error, autoFocus }: InputProps<string>) {
  const name = useInputName(field, label);
  return (
    <TextInput
      {...name}
      value={value ?? ""}
      error={error}
      maxLength={field.max_length ?? undefined}
      data-autofocus={autoFocus || undefined}
      autoFocus={autoFocus}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  );
}
