import { Select, Text } from "@mantine/core";
import type { DisplayProps, FieldKit, InputProps } from "@/fields/kit";
import { useInputName } from "@/fields/labels";
import { useWords } from "@/i18n/useWords";

const MINUTES = [0, 5, 10, 15, 30, 60, 120, 1_440, 2_880];
const HOUR = 60;
const DAY = 1_440;

function useBefore() {
  const { t } = useWords();
  return (minutes: number): string => {
    if (minutes === 0) return t("reminder.atDue");
    if (minutes % DAY === 0) return t("reminder.days", { count: minutes / DAY });
    return minutes % HOUR === 0
      ? t("reminder.hours", { count: minutes / HOUR })
      : t("reminder.minutes", { count: minutes });
  };
}

function Display({ value }: DisplayProps<number>) {
  const before = useBefore();
  return (
    <Text span inherit>
      {before(Number(value))}
    </Text>
  );
}

function Input({ field, value, onChange, label, error, autoFocus }: InputProps<number>) {
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

/** Minutes before a task is due, said as people say them. */
export const reminder: FieldKit<number> = { display: Display, input: Input, commit: "change", width: 150 };
