import { Badge, Group, MultiSelect, Select, Text } from "@mantine/core";
import type { FieldMeta, Option } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import type { DisplayProps, FieldKit, InputProps } from "./kit";
import { useInputName } from "./labels";

export function optionOf(field: FieldMeta, value: string): Option | undefined {
  return field.options?.find((option) => option.value === value);
}

export function OptionBadge({ field, value }: { field: FieldMeta; value: string }) {
  const { label } = useWords();
  const option = optionOf(field, value);
  return <Badge color={option?.color || "gray"}>{option ? label(option.label) : value}</Badge>;
}

function Display({ field, value }: DisplayProps<string>) {
  const { label } = useWords();
  const option = optionOf(field, value);
  if (option?.color) return <OptionBadge field={field} value={value} />;
  return (
    <Text span inherit truncate="end">
      {option ? label(option.label) : value}
    </Text>
  );
}

function StageDisplay({ field, value }: DisplayProps<string>) {
  return <OptionBadge field={field} value={value} />;
}

function Input({ field, value, onChange, label, error, autoFocus }: InputProps<string>) {
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
      nothingFoundMessage={words.t("fields.noOption")}
      onChange={(next) => onChange(next)}
    />
  );
}

export const choice: FieldKit<string> = { display: Display, input: Input, commit: "change", width: 140 };
export const stage: FieldKit<string> = { ...choice, display: StageDisplay };

function SeveralDisplay({ field, value }: DisplayProps<string[]>) {
  return (
    <Group gap={4} wrap="nowrap">
      {value.map((one) => (
        <OptionBadge key={one} field={field} value={one} />
      ))}
    </Group>
  );
}

function SeveralInput({ field, value, onChange, label, error }: InputProps<string[]>) {
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

export const multiChoice: FieldKit<string[]> = {
  display: SeveralDisplay,
  input: SeveralInput,
  commit: "button",
  width: 180,
  isEmpty: (value) => value.length === 0,
};
