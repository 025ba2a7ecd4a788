import { TextInput } from "@mantine/core";
import type { ReactNode } from "react";

interface Props {
  label: string;
  description?: string;
  placeholder?: string;
  /** What the number counts, such as `%`. */
  unit?: ReactNode;
  min: number;
  max: number;
  value: number | null;
  error?: string | undefined;
  /** A whole number within its limits; null when the field was emptied. */
  onChange(value: number | null): void;
}

/** A whole number, typed as the browser lets one type it. */
export function NumberField({ unit, value, onChange, min, max, ...rest }: Props) {
  return (
    <TextInput
      {...rest}
      type="number"
      inputMode="numeric"
      min={min}
      max={max}
      step={1}
      maw={360}
      rightSection={unit}
      rightSectionPointerEvents="none"
      value={value ?? ""}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        const number = Math.round(Number(typed));
        onChange(typed === "" || Number.isNaN(number) ? null : Math.min(max, Math.max(min, number)));
      }}
    />
  );
}
