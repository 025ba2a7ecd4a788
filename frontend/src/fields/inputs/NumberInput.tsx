import { Text } from "@mantine/core";
import type { InputProps } from "../kit";
import { useInputName } from "../labels";
import { DecimalInput } from "./DecimalInput";

/** A JSON number when it reads as one; else the text as typed, which the server refuses by name. */
function asNumber(value: string | null): number | null {
  if (value === null) return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : (value as unknown as number);
}

export function NumberInput({ field, value, onChange, label, error, autoFocus }: InputProps<number>) {
  const name = useInputName(field, label);
  return (
    <DecimalInput
      {...name}
      value={value === null || value === undefined ? null : String(value)}
      error={error}
      autoFocus={autoFocus}
      rightSection={
        field.unit ? (
          <Text size="xs" c="dimmed">
            {field.unit}
          </Text>
        ) : undefined
      }
      rightSectionWidth={field.unit && field.unit.length > 2 ? 52 : undefined}
      onChange={(next) => onChange(asNumber(next))}
    />
  );
}
