import { Avatar, Badge, Button, Group, Menu, NativeSelect, Stack, Table, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useInvitations, useWithdrawInvitation } from "@/api/invitations";
import { useMe } from "@/api/me";
import type { Role, User } from "@/api/types";
import { useActivateUser, userName, useUpdateUser, useUsers } from "@/api/users";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { showProblem } from "@/kit/notices";
import { Page } from "@/kit/Page";
import { DeactivateDialog } from "./DeactivateDialog";
import { InviteDialog } from "./InviteDialog";
import { ROLES } from "./roles";

/** Who works here, with which role, and who has been asked to. */
export function TeamPage() {
  const { t } = useWords();
  const users = useUsers();
  const [isInviting, setInviting] = useState(false);
  const [leaving, setLeaving] = useState<User | null>(null);
  return (
    <Page title={t("nav.team")} actions={<Button onClick={() => setInviting(true)}>{t("team.invite")}</Button>}>
      <Table.ScrollContainer minWidth={560} type="native">
        <Table verticalSpacing="sm" aria-label={t("nav.team")}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("team.person")}</Table.Th>
              <Table.Th>{t("team.role")}</Table.Th>
              <Table.Th>{t("team.state")}</Table.Th>
              <Table.Th aria-label={t("team.actions")} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {users.map((user) => (
              <Person key={user.id} user={user} onLeave={() => setLeaving(user)} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Pending />
      <InviteDialog opened={isInviting} onClose={() => setInviting(false)} />
      <DeactivateDialog user={leaving} onClose={() => setLeaving(null)} />
    </Page>
  );
}

function Person({ user, onLeave }: { user: User; onLeave(): void }) {
  const { t } = useWords();
  const { user: me } = useMe();
  const update = useUpdateUser();
  const activate = useActivateUser();
  const isActive = user.status === "active";
  const name = userName(user);
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap="sm" wrap="nowrap">
          <Avatar name={name} size={32} color="harina" aria-hidden />
          <div>
            <Text fw={550}>{name}</Text>
            <Text size="sm" c="dimmed">
              {user.email}
            </Text>
          </div>
        </Group>
      </Table.Td>
      <Table.Td>
        {user.id === me.id || !isActive ? (
          t(`team.roles.${user.role}`)
        ) : (
          <NativeSelect
            w={160}
            aria-label={t("team.roleOf", { name })}
            data={ROLES.map((role) => ({ value: role, label: t(`team.roles.${role}`) }))}
            value={user.role}
            onChange={(event) =>
              update.mutateAsync({ id: user.id, role: event.currentTarget.value as Role }).catch(showProblem)
            }
          />
        )}
      </Table.Td>
      <Table.Td>
        <Badge color={isActive ? "albahaca" : "gray"}>{isActive ? t("team.active") : t("team.inactive")}</Badge>
      </Table.Td>
      <Table.Td ta="end">
        {user.id !== me.id && (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="subtle" color="gray" size="compact-md" aria-label={t("team.menu", { name })}>
                {t("team.actions")}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {isActive ? (
                <Menu.Item color="pimenton" onClick={onLeave}>
                  {t("team.deactivate")}
                </Menu.Item>
              ) : (
                <Menu.Item onClick={() => activate.mutateAsync(user.id).catch(showProblem)}>
                  {t("team.activate")}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function Pending() {
  const { t } = useWords();
  const formats = useFormats();
  const withdraw = useWithdrawInvitation();
  const invitations = (useInvitations().data ?? []).filter((one) => !one.status || one.status === "pending");
  if (!invitations.length) return null;
  return (
    <Stack mt="xl" gap="xs">
      <Title order={2}>{t("team.pending")}</Title>
      {invitations.map((one) => (
        <Group key={one.id} justify="space-between">
          <div>
            <Text>{one.email}</Text>
            <Text size="sm" c="dimmed">
              {t(`team.roles.${one.role}`)}
              {one.expires_at ? ` · ${t("team.expires", { when: formats.instant(one.expires_at) })}` : ""}
            </Text>
          </div>
          <Button
            variant="subtle"
            color="gray"
            size="compact-md"
            aria-label={t("team.withdrawOf", { email: one.email })}
            onClick={() => withdraw.mutateAsync(one.id).catch(showProblem)}
          >
            {t("team.withdraw")}
          </Button>
        </Group>
      ))}
    </Stack>
  );
}
