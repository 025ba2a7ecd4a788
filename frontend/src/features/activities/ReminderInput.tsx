import { Select } from "@mantine/core";
import type { InputProps } from "@/fields/kit";
import { useInputName } from "@/fields/labels";
import { useWords } from "@/i18n/useWords";
import { useBefore } from "./useBefore";

const MINUTES = [0, 5, 10, 15, 30, 60, 120, 1_440, 2_880];

export function ReminderInput({ field, value, onChange, label, error, autoFocus }: InputProps<number>) {
  const { t } = useWords();
  const before = useBefore();
  const name = useInputName(field, label);
  const offered =
    typeof value === "number" && !MINUTES.includes(value) ? [...MINUTES, value].sort((a, b) => a - b) : MINUTES;
  return (
    <Select
      {...name}
      data={offered.map((minutes) => ({ value: String(minutes), label: before(minutes) }))}
      value={typeof value === "number" ? String(value) : null}
      placeholder={t("reminder.none")}
      error={error}
      clearable
      autoFocus={autoFocus}
      onChange={(minutes) => onChange(minutes === null ? null : Number(minutes))}
    />
  );
}
