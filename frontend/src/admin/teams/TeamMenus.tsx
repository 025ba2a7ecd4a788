import { Menu } from "@mantine/core";
import { IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import type { ReactElement } from "react";
import type { Team } from "@/api/teams";
import type { User } from "@/api/types";
import { userName } from "@/api/users";
import { useWords } from "@/i18n/useWords";
import { PressedMenu } from "@/kit/PressedMenu";
import type { Asked } from "./TeamsPage";

const TALLEST = 320;

/** What can be done about a team. */
export function TeamMenuDrop({ target, team, ask }: { target: ReactElement; team: Team; ask(asked: Asked): void }) {
  const { t } = useWords("admin");
  return (
    <PressedMenu target={target}>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => ask({ what: "change", team })}>
          {t("teams.edit")}
        </Menu.Item>
        <Menu.Item leftSection={<IconPlus size={16} />} onClick={() => ask({ what: "create", parent: team })}>
          {t("teams.below")}
        </Menu.Item>
        <Menu.Item
          c="var(--attention)"
          leftSection={<IconTrash size={16} />}
          onClick={() => ask({ what: "delete", team })}
        >
          {t("teams.delete")}
        </Menu.Item>
      </Menu.Dropdown>
    </PressedMenu>
  );
}

interface MemberProps {
  target: ReactElement;
  others: User[];
  onAdd(user: User): void;
}

/** Who is not in a team yet. */
export function MemberMenuDrop({ target, others, onAdd }: MemberProps) {
  return (
    <PressedMenu target={target}>
      <Menu.Dropdown mah={TALLEST} style={{ overflowY: "auto" }}>
        {others.map((user) => (
          <Menu.Item key={user.id} onClick={() => onAdd(user)}>
            {userName(user)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </PressedMenu>
  );
}
