import { Avatar, Group, Select } from "@mantine/core";
import { useMe } from "@/api/me";
import { userName, useUsers } from "@/api/users";
import { useWords } from "@/i18n/useWords";
import type { InputProps } from "../kit";
import { useInputName } from "../labels";

/** Somebody of the team; oneself first, because that is who is meant most often. */
export function UserInput({ field, value, onChange, label, error, autoFocus }: InputProps<string>) {
  const { t, language } = useWords();
  const name = useInputName(field, label);
  const { user: me } = useMe();
  const data = useUsers()
    .filter((user) => user.status === "active" || user.id === value)
    .map((user) => ({ value: user.id, label: userName(user) }))
    .sort(
      (one, other) =>
        Number(other.value === me.id) - Number(one.value === me.id) || one.label.localeCompare(other.label, language),
    );
  return (
    <Select
      {...name}
      data={data}
      value={value ?? null}
      error={error}
      searchable
      clearable={!field.required && field.name !== "owner"}
      allowDeselect={false}
      autoFocus={autoFocus}
      nothingFoundMessage={t("fields.nothingFound")}
      renderOption={({ option }) => (
        <Group gap={8} wrap="nowrap">
          <Avatar name={option.label} size={20} color="harina" variant="light" aria-hidden />
          {option.label}
        </Group>
      )}
      onChange={(next) => onChange(next)}
    />
  );
}
