import { Menu } from "@mantine/core";
import { IconCopy, IconPencil, IconRotate, IconTrash } from "@tabler/icons-react";
import type { ReactElement } from "react";
import { type RoleRow, useDeleteRole, useUpdateRole } from "@/api/roles";
import { useWords } from "@/i18n/useWords";
import { showProblem, showUndo } from "@/kit/notices";
import { PressedMenu } from "@/kit/PressedMenu";
import { changeOf } from "./definition";
import type { Asked } from "./RoleDialogs";
import { definitionOf } from "./useRoleDraft";

interface Props {
  target: ReactElement;
  role: RoleRow;
  ask(asked: Asked): void;
}

/** What can be done about a role as a whole. */
export function RoleMenuDrop({ target, role, ask }: Props) {
  const { t, label } = useWords("admin");
  const remove = useDeleteRole();
  const update = useUpdateRole();
  const name = label(role.label);
  const giveBack = async () => {
    const before = definitionOf(role);
    try {
      await remove.mutateAsync({ key: role.key });
      showUndo(t("roles.givenBack", { name }), () =>
        update.mutateAsync({
          key: role.key,
          ...changeOf({ label: { es: "", en: "" }, objects: {}, fields: {} }, before),
        }),
      );
    } catch (problem) {
      showProblem(problem);
    }
  };
  return (
    <PressedMenu target={target}>
      <Menu.Dropdown>
        {!role.is_fixed && (
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => ask({ what: "rename", role })}>
            {t("roles.rename")}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => ask({ what: "create", role })}>
          {t("roles.copy")}
        </Menu.Item>
        {role.is_changed && (
          <Menu.Item leftSection={<IconRotate size={16} />} onClick={giveBack}>
            {t("roles.giveBack")}
          </Menu.Item>
        )}
        {!role.is_standard && (
          <Menu.Item
            c="var(--attention)"
            leftSection={<IconTrash size={16} />}
            onClick={() => ask({ what: "delete", role })}
          >
            {t("roles.delete")}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </PressedMenu>
  );
}
