import { DateInput } from "@mantine/dates";
import type { InputProps } from "../kit";
import { useInputName } from "../labels";
import { useDayTyping } from "./useDayTyping";

export function DayInput({ field, value, onChange, label, error, autoFocus }: InputProps<string>) {
  const name = useInputName(field, label);
  const typing = useDayTyping();
  return (
    <DateInput
      {...name}
      {...typing.props}
      value={value ?? null}
      error={error}
      autoFocus={autoFocus}
      clearable={!field.required}
      dateParser={(typed) => typing.read(typed) ?? value ?? null}
      onChange={(next) => onChange(next || null)}
    />
  );
}
