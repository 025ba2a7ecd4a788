import { TimeInput } from "@mantine/dates";
import type { InputProps } from "../kit";
import { useInputName } from "../labels";

export function TimeOfDayInput({ field, value, onChange, label, error, autoFocus }: InputProps<string>) {
  const name = useInputName(field, label);
  return (
    <TimeInput
      {...name}
      value={value?.slice(0, 5) ?? ""}
      error={error}
      autoFocus={autoFocus}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  );
}
