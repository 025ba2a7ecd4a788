import { Menu } from "@mantine/core";
import { IconCopy, IconHistory, IconPlayerPlay, IconTrash } from "@tabler/icons-react";
import type { ReactElement } from "react";
import { useWords } from "@/i18n/useWords";
import { PressedMenu } from "@/kit/PressedMenu";

interface Props {
  target: ReactElement;
  onTry(): void;
  onCopy(): void;
  onVersions(): void;
  onRemove(): void;
}

/** What else can be done with an automation. */
export function AutomationMenuDrop({ target, onTry, onCopy, onVersions, onRemove }: Props) {
  const { t } = useWords("automations");
  return (
    <PressedMenu target={target}>
      <Menu.Dropdown>
        <Menu.Item hiddenFrom="sm" leftSection={<IconPlayerPlay size={16} />} onClick={onTry}>
          {t("automations.try.verb")}
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={16} />} onClick={onCopy}>
          {t("automations.copy")}
        </Menu.Item>
        <Menu.Item leftSection={<IconHistory size={16} />} onClick={onVersions}>
          {t("automations.versions.title")}
        </Menu.Item>
        <Menu.Item c="var(--attention)" leftSection={<IconTrash size={16} />} onClick={onRemove}>
          {t("automations.remove")}
        </Menu.Item>
      </Menu.Dropdown>
    </PressedMenu>
  );
}
