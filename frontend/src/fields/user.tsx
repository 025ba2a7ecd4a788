import { Avatar, Group, Select, Text } from "@mantine/core";
import { userName, useUsers } from "@/api/users";
import { useWords } from "@/i18n/useWords";
import type { DisplayProps, FieldKit, InputProps } from "./kit";
import { useInputName } from "./labels";

export function UserName({ id, withFace = true }: { id: string; withFace?: boolean }) {
  const { t } = useWords();
  const users = useUsers();
  const name = userName(users.find((user) => user.id === id)) || t("fields.someone");
  if (!withFace)
    return (
      <Text span inherit>
        {name}
      </Text>
    );
  return (
    <Group gap={6} wrap="nowrap" style={{ minWidth: 0 }}>
      <Avatar name={name} size={20} color="harina" variant="light" aria-hidden />
      <Text span inherit truncate="end">
        {name}
      </Text>
    </Group>
  );
}

function Display({ value }: DisplayProps<string>) {
  return <UserName id={value} />;
}

function Input({ field, value, onChange, label, error }: InputProps<string>) {
  const name = useInputName(field, label);
  const users = useUsers();
  const data = users
    .filter((user) => user.status !== "deactivated" || user.id === value)
    .map((user) => ({ value: user.id, label: userName(user) }));
  return (
    <Select {...name} data={data} value={value ?? null} error={error} searchable onChange={(next) => onChange(next)} />
  );
}

export const user: FieldKit<string> = { display: Display, input: Input, commit: "change", width: 150 };
