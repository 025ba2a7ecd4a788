import { Avatar, Group, Text } from "@mantine/core";
import { userName, useUsers } from "@/api/users";
import { useWords } from "@/i18n/useWords";
import { inputOf } from "./inputOf";
import type { DisplayProps, FieldKit } from "./kit";

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

export const user: FieldKit<string> = { display: Display, input: inputOf("user"), commit: "change", width: 144 };
