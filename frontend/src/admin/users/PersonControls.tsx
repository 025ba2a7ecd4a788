import { ActionIcon, NativeSelect, Text } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { lazy } from "react";
import { useMe } from "@/api/me";
import type { User } from "@/api/types";
import { userName } from "@/api/users";
import { useWords } from "@/i18n/useWords";
import { OnPress } from "@/kit/OnPress";
import type { Asked } from "./PersonDialogs";
import classes from "./Users.module.css";
import { useRoleChoices, useTeamChoices } from "./usePeople";
import { usePersonActs } from "./usePersonActs";

const loadMenu = () => import("./PersonMenuDrop");
const PersonMenuDrop = lazy(() => loadMenu().then((module) => ({ default: module.PersonMenuDrop })));

interface Props {
  user: User;
}

export function RoleChoice({ user }: Props) {
  const { t } = useWords("admin");
  const { user: me } = useMe();
  const { choices, nameOf } = useRoleChoices();
  const { setRole } = usePersonActs(user);
  if (user.id === me.id || user.status !== "active") return <Text size="sm">{nameOf(user.role)}</Text>;
  return (
    <NativeSelect
      size="sm"
      classNames={{ input: classes.quiet }}
      aria-label={t("users.roleOf", { name: userName(user) })}
      data={choices.length > 0 ? choices : [user.role]}
      value={user.role}
      onChange={(event) => setRole(event.currentTarget.value)}
    />
  );
}

export function TeamChoice({ user }: Props) {
  const { t } = useWords("admin");
  const { choices, nameOf } = useTeamChoices();
  const { setTeam } = usePersonActs(user);
  if (user.status !== "active" || choices.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {nameOf(user.team) || t("users.noTeam")}
      </Text>
    );
  return (
    <NativeSelect
      size="sm"
      classNames={{ input: classes.quiet }}
      aria-label={t("users.teamOf", { name: userName(user) })}
      data={[{ value: "", label: t("users.noTeam") }, ...choices]}
      value={user.team ?? ""}
      onChange={(event) => setTeam(event.currentTarget.value || null)}
    />
  );
}

/** Everything else that can be done about somebody. */
export function PersonMenu({ user, ask }: Props & { ask(asked: Asked): void }) {
  const { t } = useWords("admin");
  return (
    <OnPress
      target={
        <ActionIcon variant="subtle" color="gray" aria-label={t("users.menu", { name: userName(user) })}>
          <IconDots size={18} />
        </ActionIcon>
      }
      menu={PersonMenuDrop}
      load={loadMenu}
      menuProps={{ user, ask }}
    />
  );
}
