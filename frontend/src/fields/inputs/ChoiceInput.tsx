import { MultiSelect, Select } from "@mantine/core";
import { useWords } from "@/i18n/useWords";
import type { InputProps } from "../kit";
import { useInputName } from "../labels";

export function ChoiceInput({ field, value, onChange, label, error, autoFocus }: InputProps<string>) {
  const words = useWords();
  const name = useInputName(field, label);
  const data = (field.options ?? []).map((option) => ({ value: option.value, label: words.label(option.label) }));
  return (
    <Select
      {...name}
      data={data}
      value={value ?? null}
      error={error}
      searchable={data.length > 8}
      clearable={!field.required}
      allowDeselect={!field.required}
      autoFocus={autoFocus}
      data-autofocus={autoFocus || undefined}
      nothingFoundMessage={words.t("fields.noOption")}
      onChange={(next) => onChange(next)}
    />
  );
}

export function SeveralChoicesInput({ field, value, onChange, label, error }: InputProps<string[]>) {
  const words = useWords();
  const name = useInputName(field, label);
  return (
    <MultiSelect
      {...name}
      data={(field.options ?? []).map((option) => ({ value: option.value, label: words.label(option.label) }))}
      value={value ?? []}
      error={error}
      clearable
      searchable
      nothingFoundMessage={words.t("fields.noOption")}
      onChange={(next) => onChange(next.length ? next : null)}
    />
  );
}
