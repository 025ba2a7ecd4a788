import { Checkbox, Text } from "@mantine/core";
import { useWords } from "@/i18n/useWords";
import type { DisplayProps, FieldKit, InputProps } from "./kit";

function Display({ value }: DisplayProps<boolean>) {
  const { t } = useWords();
  return (
    <Text span inherit>
      {value ? t("fields.yes") : t("fields.no")}
    </Text>
  );
}

function Input({ field, value, onChange, label, error }: InputProps<boolean>) {
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

export const boolean: FieldKit<boolean> = {
  display: Display,
  input: Input,
  commit: "change",
  width: 90,
  isEmpty: () => false,
};
