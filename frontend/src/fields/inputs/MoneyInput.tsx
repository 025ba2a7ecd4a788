import { Group, NativeSelect } from "@mantine/core";
import type { MoneyValue } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { CURRENCIES } from "@/lib/locale";
import type { InputProps } from "../kit";
import { useInputName } from "../labels";
import { useFormats } from "../useFormats";
import { DecimalInput } from "./DecimalInput";

export function MoneyInput({ field, value, onChange, label, error, autoFocus }: InputProps<MoneyValue>) {
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
