import { Checkbox } from "@mantine/core";
import { useWords } from "@/i18n/useWords";
import type { InputProps } from "../kit";

export function BooleanInput({ field, value, onChange, label, error, autoFocus }: InputProps<boolean>) {
  const words = useWords();
  return (
    <Checkbox
      label={label ?? words.label(field.label)}
      description={label && field.help ? words.label(field.help) : undefined}
      checked={Boolean(value)}
      error={error}
      autoFocus={autoFocus}
      mt={label ? "xl" : 0}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
