import { Group, Select, TextInput } from "@mantine/core";
import { useMemo } from "react";
import { useWords } from "@/i18n/useWords";
import type { Address, InputProps } from "../kit";
import { useGroupName } from "../labels";
import { COUNTRIES } from "./countries";
import { GroupInput } from "./GroupInput";

const ROWS: readonly (readonly (keyof Address)[])[] = [["street"], ["street2"], ["postal_code", "city"], ["region"]];

export function AddressInput({ field, value, onChange, label, error, errors, autoFocus }: InputProps<Address>) {
  const words = useWords();
  const { t, language } = words;
  const group = useGroupName(field, label);
  const countries = useMemo(() => {
    const names = new Intl.DisplayNames(language, { type: "region" });
    return COUNTRIES.map((code) => ({ value: code, label: names.of(code) ?? code })).sort((a, b) =>
      a.label.localeCompare(b.label, language),
    );
  }, [language]);
  const change = (part: keyof Address, text: string | null) => {
    const next = { ...value, [part]: text ?? "" };
    const filled = Object.fromEntries(Object.entries(next).filter(([, held]) => held)) as Address;
    onChange(Object.keys(filled).length ? filled : null);
  };
  return (
    <GroupInput {...group} error={error}>
      {ROWS.map((row, place) => (
        <Group key={row.join()} gap={6} grow={row.length === 1} wrap="nowrap" align="flex-start">
          {row.map((part) => (
            <TextInput
              key={part}
              aria-label={t(`fields.address.${part}`)}
              placeholder={t(`fields.address.${part}`)}
              value={value?.[part] ?? ""}
              error={errors?.[part]}
              autoFocus={autoFocus && place === 0}
              flex={part === "city" ? 1 : undefined}
              w={part === "postal_code" ? 110 : undefined}
              onChange={(event) => change(part, event.currentTarget.value)}
            />
          ))}
        </Group>
      ))}
      <Select
        aria-label={t("fields.address.country")}
        placeholder={t("fields.address.country")}
        data={countries}
        value={value?.country ?? null}
        error={errors?.country}
        searchable
        clearable
        nothingFoundMessage={t("fields.noOption")}
        onChange={(code) => change("country", code)}
      />
    </GroupInput>
  );
}
