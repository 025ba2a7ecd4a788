import { Checkbox } from "@mantine/core";
import { useWords } from "@/i18n/useWords";
import type { InputProps } from "../kit";

export function BooleanInput({ field, value, onChange, label, error }: InputProps<boolean>) {
  const words = useWords();
  return (
    <Checkbox
      label={label ?? words.label(field.label)}
      checked={Boolean(value)}
      error={error}
      mt={label ? "xs" : 0}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
