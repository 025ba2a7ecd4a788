import { Text } from "@mantine/core";
import type { InputProps } from "../kit";
import { useInputName } from "../labels";
import { unitOf } from "../number";
import { DecimalInput } from "./DecimalInput";
import { MinutesInput } from "./MinutesInput";

/** A JSON number when it reads as one; else the text as typed, which the server refuses by name. */
function asNumber(value: string | null): number | null {
  if (value === null) return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : (value as unknown as number);
}

export function NumberInput(props: InputProps<number>) {
  return props.field.unit === "min" ? <MinutesInput {...props} /> : <FigureInput {...props} />;
}

function FigureInput({ field, value, onChange, label, error, autoFocus }: InputProps<number>) {
  const name = useInputName(field, label);
  const unit = unitOf(field);
  return (
    <DecimalInput
      {...name}
      value={value === null || value === undefined ? null : String(value)}
      error={error}
      autoFocus={autoFocus}
      rightSection={
        unit ? (
          <Text size="xs" c="dimmed">
            {unit}
          </Text>
        ) : undefined
      }
      rightSectionWidth={unit && unit.length > 2 ? 52 : undefined}
      onChange={(next) => onChange(asNumber(next))}
    />
  );
}
