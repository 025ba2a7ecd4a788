import { Menu } from "@mantine/core";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import type { ReactElement } from "react";
import { useWords } from "@/i18n/useWords";
import { PressedMenu } from "@/kit/PressedMenu";
import type { Asked } from "./TagsPage";

/** What can be done about one tag. */
export function TagMenuDrop({ target, ask }: { target: ReactElement; ask(what: Asked["what"]): void }) {
  const { t } = useWords("admin");
  return (
    <PressedMenu target={target}>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => ask("rename")}>
          {t("tags.rename")}
        </Menu.Item>
        <Menu.Item c="var(--attention)" leftSection={<IconTrash size={16} />} onClick={() => ask("remove")}>
          {t("tags.remove")}
        </Menu.Item>
      </Menu.Dropdown>
    </PressedMenu>
  );
}
