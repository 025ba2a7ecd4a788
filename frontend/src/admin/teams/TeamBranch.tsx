import { ActionIcon, Button, CloseButton, Group, Text } from "@mantine/core";
import { IconDots, IconUserPlus } from "@tabler/icons-react";
import { type CSSProperties, lazy } from "react";
import type { User } from "@/api/types";
import { userName, useUpdateUser } from "@/api/users";
import { useWords } from "@/i18n/useWords";
import { showProblem, showUndo } from "@/kit/notices";
import { OnPress } from "@/kit/OnPress";
import classes from "./Teams.module.css";
import type { Asked } from "./TeamsPage";
import type { Branch } from "./tree";

const loadMenus = () => import("./TeamMenus");
const TeamMenuDrop = lazy(() => loadMenus().then((module) => ({ default: module.TeamMenuDrop })));
const MemberMenuDrop = lazy(() => loadMenus().then((module) => ({ default: module.MemberMenuDrop })));

interface Props {
  branch: Branch;
  users: User[];
  ask(asked: Asked): void;
}

/** A team, who is in it, and what can be done about it. */
export function TeamBranch({ branch: { team, depth }, users, ask }: Props) {
  const { t } = useWords("admin");
  const update = useUpdateUser();
  const members = users.filter((user) => user.team === team.id);
  const move = (user: User, to: string | null) =>
    update
      .mutateAsync({ id: user.id, team: to })
      .then(
        () =>
          showUndo(t(to ? "teams.added" : "teams.removed", { name: userName(user), team: team.name }), () =>
            update.mutateAsync({ id: user.id, team: user.team }),
          ),
        showProblem,
      );
  return (
    <li className={classes.branch} style={{ "--depth": depth } as CSSProperties}>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Group gap={8} miw={0}>
          <Text fw={600}>{team.name}</Text>
          <Text size="sm" c="dimmed">
            {t("teams.members", { count: members.length })}
          </Text>
        </Group>
        <Group gap={2} wrap="nowrap">
          <AddMember
            team={team.name}
            others={users.filter((user) => user.team !== team.id)}
            onAdd={(user) => move(user, team.id)}
          />
          <OnPress
            target={
              <ActionIcon variant="subtle" color="gray" aria-label={t("teams.menu", { name: team.name })}>
                <IconDots size={18} />
              </ActionIcon>
            }
            menu={TeamMenuDrop}
            load={loadMenus}
            menuProps={{ team, ask }}
          />
        </Group>
      </Group>
      <ul className={classes.members}>
        {members.length === 0 && (
          <li>
            <Text size="sm" c="dimmed">
              {t("teams.nobody")}
            </Text>
          </li>
        )}
        {members.map((user) => (
          <li key={user.id} className={classes.member}>
            {userName(user)}
            <CloseButton
              size="sm"
              aria-label={t("teams.removeMember", { name: userName(user), team: team.name })}
              onClick={() => move(user, null)}
            />
          </li>
        ))}
      </ul>
    </li>
  );
}

function AddMember({ team, others, onAdd }: { team: string; others: User[]; onAdd(user: User): void }) {
  const { t } = useWords("admin");
  if (others.length === 0) return null;
  return (
    <OnPress
      target={
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconUserPlus size={16} />}
          aria-label={t("teams.addTo", { name: team })}
        >
          {t("teams.addMember")}
        </Button>
      }
      menu={MemberMenuDrop}
      load={loadMenus}
      menuProps={{ others, onAdd }}
    />
  );
}
