import { Menu } from "@mantine/core";
import type { ReactElement } from "react";
import type { BlockKind } from "@/api/templates";
import { useWords } from "@/i18n/useWords";
import { PressedMenu } from "@/kit/PressedMenu";
import { ICONS } from "./kinds";

interface Props {
  target: ReactElement;
  kinds: readonly BlockKind[];
  onAdd(kind: BlockKind): void;
}

/** What may be added to a mail. */
export function AddBlockDrop({ target, kinds, onAdd }: Props) {
  const { t } = useWords("templates");
  return (
    <PressedMenu target={target} position="bottom-start" width={220}>
      <Menu.Dropdown>
        {kinds.map((kind) => {
          const Icon = ICONS[kind];
          return (
            <Menu.Item key={kind} leftSection={<Icon size={17} stroke={1.6} />} onClick={() => onAdd(kind)}>
              {t(`kinds.${kind}`)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </PressedMenu>
  );
}
