import { Menu } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import type { ReactElement } from "react";
import { useWords } from "@/i18n/useWords";
import { PressedMenu } from "@/kit/PressedMenu";

/** What else can be done with a template. */
export function TemplateMenuDrop({ target, onRemove }: { target: ReactElement; onRemove(): void }) {
  const { t } = useWords("templates");
  return (
    <PressedMenu target={target}>
      <Menu.Dropdown>
        <Menu.Item c="var(--attention)" leftSection={<IconTrash size={16} />} onClick={onRemove}>
          {t("templates.remove")}
        </Menu.Item>
      </Menu.Dropdown>
    </PressedMenu>
  );
}
