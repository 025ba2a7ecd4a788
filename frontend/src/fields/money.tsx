import { Group, NativeSelect, Text } from "@mantine/core";
import type { MoneyValue } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { CURRENCIES } from "@/lib/locale";
import { DecimalInput } from "./DecimalInput";
import type { DisplayProps, FieldKit, InputProps } from "./kit";
import { useInputName } from "./labels";
import { useFormats } from "./useFormats";

function Display({ value }: DisplayProps<MoneyValue>) {
  const formats = useFormats();
  return (
    <Text span inherit className="numbers" style={{ whiteSpace: "nowrap" }}>
      {formats.money(value)}
    </Text>
  );
}

function Input({ field, value, onChange, label, error, autoFocus }: InputProps<MoneyValue>) {
  const { t } = useWords();
  const name = useInputName(field, label);
  const formats = useFormats();
  const currency = value?.currency ?? formats.currency;
  const offered = [...new Set([formats.currency, currency, ...CURRENCIES])];
  return (
    <Group gap={4} wrap="nowrap" align="flex-end">
      <DecimalInput
        {...name}
        value={value?.amount ?? null}
        error={error}
        autoFocus={autoFocus}
        flex={1}
        onChange={(amount) => onChange(amount === null ? null : { amount, currency })}
      />
      <NativeSelect
        aria-label={t("fields.currency")}
        data={offered}
        value={currency}
        w={82}
        onChange={(event) => value && onChange({ ...value, currency: event.currentTarget.value })}
      />
    </Group>
  );
}

export const money: FieldKit<MoneyValue> = {
  display: Display,
  input: Input,
  commit: "leave",
  width: 130,
  align: "end",
};
