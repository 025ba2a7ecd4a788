import { DateInput } from "@mantine/dates";
import { DAY_FORMATS, readDay } from "../days";
import type { InputProps } from "../kit";
import { useInputName } from "../labels";
import { useFormats } from "../useFormats";

export function DayInput({ field, value, onChange, label, error, autoFocus }: InputProps<string>) {
  const { locale } = useFormats();
  const name = useInputName(field, label);
  const format = DAY_FORMATS[locale] ?? "DD/MM/YYYY";
  return (
    <DateInput
      {...name}
      value={value ?? null}
      error={error}
      autoFocus={autoFocus}
      clearable={!field.required}
      valueFormat={format}
      placeholder={format.replace(/Y/g, locale.startsWith("es") ? "A" : "Y")}
      dateParser={(typed) => readDay(typed, format) ?? value ?? null}
      locale={locale.slice(0, 2)}
      firstDayOfWeek={locale === "en-US" ? 0 : 1}
      popoverProps={{ withinPortal: true }}
      onChange={(next) => onChange(next || null)}
    />
  );
}
