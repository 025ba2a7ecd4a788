import { Text, TextInput } from "@mantine/core";
import type { DisplayProps, FieldKit, InputProps } from "./kit";
import { useInputName } from "./labels";

function Display({ value, short }: DisplayProps<string>) {
  return (
    <Text span inherit truncate={short ? "end" : undefined}>
      {value}
    </Text>
  );
}

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

export const text: FieldKit<string> = { display: Display, input: OneLineInput, commit: "leave", width: 180 };

/** A full name is composed of its parts and never written itself. */
export const personName: FieldKit<string> = { ...text, width: 220 };
