import { Text } from "@mantine/core";
import { DecimalInput } from "./DecimalInput";
import type { DisplayProps, FieldKit, InputProps } from "./kit";
import { useInputName } from "./labels";
import { useFormats } from "./useFormats";

function Display({ field, value }: DisplayProps<number>) {
  const formats = useFormats();
  return (
    <Text span inherit className="numbers">
      {formats.number(Number(value))}
      {field.unit ? ` ${field.unit}` : ""}
    </Text>
  );
}

/** A JSON number when it reads as one; else the text as typed, which the server refuses by name. */
function asNumber(value: string | null): number | null {
  if (value === null) return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : (value as unknown as number);
}

function Input({ field, value, onChange, label, error, autoFocus }: InputProps<number>) {
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

export const number: FieldKit<number> = { display: Display, input: Input, commit: "leave", width: 110, align: "end" };

/** 25 means 25 %. */
export const percent: FieldKit<number> = { ...number, width: 90 };
