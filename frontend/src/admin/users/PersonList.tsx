import { Avatar, Badge, Group, Table, Text } from "@mantine/core";
import { useMe } from "@/api/me";
import type { User } from "@/api/types";
import { userName } from "@/api/users";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { PersonMenu, RoleChoice, TeamChoice } from "./PersonControls";
import type { Asked } from "./PersonDialogs";
import classes from "./Users.module.css";

interface Props {
  people: User[];
  ask(asked: Asked): void;
}

export function PersonTable({ people, ask }: Props) {
  const { t } = useWords("admin");
  const formats = useFormats();
  return (
    <Table verticalSpacing="xs" aria-label={t("users.list")} className={classes.table}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("users.person")}</Table.Th>
          <Table.Th w={190}>{t("users.role")}</Table.Th>
          <Table.Th w={190}>{t("users.team")}</Table.Th>
          <Table.Th w={120}>{t("users.since")}</Table.Th>
          <Table.Th w={44} aria-label={t("users.actions")} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {people.map((user) => (
          <Table.Tr key={user.id}>
            <Table.Td>
              <Who user={user} />
            </Table.Td>
            <Table.Td>
              <RoleChoice user={user} />
            </Table.Td>
            <Table.Td>
              <TeamChoice user={user} />
            </Table.Td>
            <Table.Td>
              <Text size="sm" c="dimmed" className="numbers">
                {formats.day(user.created_at.slice(0, 10))}
              </Text>
            </Table.Td>
            <Table.Td>
              <PersonMenu user={user} ask={ask} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

export function PersonCards({ people, ask }: Props) {
  const { t } = useWords("admin");
  return (
    <ul className={classes.cards} aria-label={t("users.list")}>
      {people.map((user) => (
        <li key={user.id} className={classes.card}>
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <Who user={user} />
            <PersonMenu user={user} ask={ask} />
          </Group>
          <div className={classes.choices}>
            <RoleChoice user={user} />
            <TeamChoice user={user} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Who({ user }: { user: User }) {
  const { t } = useWords("admin");
  const { user: me } = useMe();
  const name = userName(user);
  return (
    <Group gap="sm" wrap="nowrap" miw={0}>
      <Avatar name={name} size={32} color="harina" aria-hidden />
      <div className={classes.who}>
        <Group gap={6} wrap="nowrap">
          <Text fw={550} truncate="end">
            {name}
          </Text>
          {user.id === me.id && <Badge color="gray">{t("users.you")}</Badge>}
        </Group>
        <Text size="sm" c="dimmed" truncate="end">
          {user.email}
        </Text>
      </div>
    </Group>
  );
}
