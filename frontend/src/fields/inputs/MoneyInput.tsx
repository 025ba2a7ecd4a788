import { Group, NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { MoneyValue } from "@/api/types";
import { useUsedCurrencies } from "@/api/usedCurrencies";
import { useWords } from "@/i18n/useWords";
import { currencyDecimals } from "@/lib/money";
import type { InputProps } from "../kit";
import { useInputName } from "../labels";
import { useFormats } from "../useFormats";
import { DecimalInput } from "./DecimalInput";

/** An amount and its currency: the firm's own first, then those that it has rates of. */
export function MoneyInput({ field, value, onChange, label, error, autoFocus }: InputProps<MoneyValue>) {
  const { t } = useWords();
  const name = useInputName(field, label);
  const formats = useFormats();
  const used = useUsedCurrencies();
  const [chosen, setChosen] = useState<string | null>(null);
  const currency = value?.currency ?? chosen ?? formats.currency;
  const offered = [...new Set([formats.currency, currency, ...used])];
  return (
    <Group gap={4} wrap="nowrap" align="flex-end">
      <DecimalInput
        {...name}
        value={value?.amount ?? null}
        decimals={currencyDecimals(currency)}
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
        onChange={(event) => {
          setChosen(event.currentTarget.value);
          if (value) onChange({ amount: value.amount, currency: event.currentTarget.value });
        }}
      />
    </Group>
  );
}
