import { Select } from "@mantine/core";
import { userName, useUsers } from "@/api/users";
import type { InputProps } from "../kit";
import { useInputName } from "../labels";

export function UserInput({ field, value, onChange, label, error }: InputProps<string>) {
  const name = useInputName(field, label);
  const users = useUsers();
  const data = users
    .filter((user) => user.status === "active" || user.id === value)
    .map((user) => ({ value: user.id, label: userName(user) }));
  return (
    <Select {...name} data={data} value={value ?? null} error={error} searchable onChange={(next) => onChange(next)} />
  );
}
