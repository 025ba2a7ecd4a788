import { ColorSwatch, Group, MultiSelect, Select } from "@mantine/core";
import type { FieldMeta, Option } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import type { InputProps } from "../kit";
import { useInputName } from "../labels";

/** What is offered: options in use, and whatever the record holds already. */
export function offered(field: FieldMeta, held: readonly string[]): Option[] {
  return (field.options ?? []).filter((option) => !option.hidden || held.includes(option.value));
}

/** An option in the open list, with its colour. */
function optionRow(options: readonly Option[]) {
  if (!options.some((option) => option.color)) return {};
  const colors = new Map(options.map((option) => [option.value, option.color || "gray"]));
  return {
    renderOption: ({ option }: { option: { value: string; label: string } }) => (
      <Group gap={8} wrap="nowrap">
        <ColorSwatch color={`var(--mantine-color-${colors.get(option.value)}-5)`} size={10} withShadow={false} />
        {option.label}
      </Group>
    ),
  };
}

const LONG = 8;

export function ChoiceInput({ field, value, onChange, label, error, autoFocus }: InputProps<string>) {
  const words = useWords();
  const name = useInputName(field, label);
  const options = offered(field, value ? [value] : []);
  return (
    <Select
      {...name}
      {...optionRow(options)}
      data={options.map((option) => ({ value: option.value, label: words.label(option.label) }))}
      value={value ?? null}
      error={error}
      searchable={options.length > LONG}
      clearable={!field.required}
      allowDeselect={!field.required}
      autoFocus={autoFocus}
      data-autofocus={autoFocus || undefined}
      nothingFoundMessage={words.t("fields.noOption")}
      onChange={(next) => onChange(next)}
    />
  );
}

export function SeveralChoicesInput({ field, value, onChange, label, error, autoFocus }: InputProps<string[]>) {
  const words = useWords();
  const name = useInputName(field, label);
  const options = offered(field, value ?? []);
  return (
    <MultiSelect
      {...name}
      {...optionRow(options)}
      data={options.map((option) => ({ value: option.value, label: words.label(option.label) }))}
      value={value ?? []}
      error={error}
      clearable
      searchable
      autoFocus={autoFocus}
      nothingFoundMessage={words.t("fields.noOption")}
      onChange={(next) => onChange(next.length ? next : null)}
    />
  );
}
