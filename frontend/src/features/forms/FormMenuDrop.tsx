import { Menu } from "@mantine/core";
import { IconDoor, IconDoorOff, IconTrash } from "@tabler/icons-react";
import type { ReactElement } from "react";
import { useMayManage } from "@/api/objects";
import { useWords } from "@/i18n/useWords";
import { PressedMenu } from "@/kit/PressedMenu";

interface Props {
  target: ReactElement;
  isOpen: boolean;
  onToggle(): void;
  onRemove(): void;
}

/** What else can be done with a form. */
export function FormMenuDrop({ target, isOpen, onToggle, onRemove }: Props) {
  const { t } = useWords("forms");
  const mayDelete = useMayManage("forms", "delete");
  return (
    <PressedMenu target={target}>
      <Menu.Dropdown>
        <Menu.Item leftSection={isOpen ? <IconDoorOff size={16} /> : <IconDoor size={16} />} onClick={onToggle}>
          {t(isOpen ? "forms.close" : "forms.reopen")}
        </Menu.Item>
        {mayDelete && (
          <Menu.Item c="var(--attention)" leftSection={<IconTrash size={16} />} onClick={onRemove}>
            {t("forms.remove")}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </PressedMenu>
  );
}
