import { Text, Textarea } from "@mantine/core";
import type { DisplayProps, FieldKit, InputProps } from "./kit";
import { useInputName } from "./labels";

function Display({ value, short }: DisplayProps<string>) {
  return short ? (
    <Text span inherit truncate="end">
      {value}
    </Text>
  ) : (
    <Text inherit style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
      {value}
    </Text>
  );
}

function Input({ field, value, onChange, label, error, autoFocus }: InputProps<string>) {
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

export const longText: FieldKit<string> = { display: Display, input: Input, commit: "button", width: 260 };
