import { Menu } from "@mantine/core";
import type { ReactElement } from "react";
import type { Option } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { PressedMenu } from "@/kit/PressedMenu";

interface Props {
  target: ReactElement;
  options: readonly Option[];
  onMove(to: string): void;
}

/** The other columns that a card can go to. */
export function BoardMoveMenu({ target, options, onMove }: Props) {
  const { t, label } = useWords("lists");
  return (
    <PressedMenu position="bottom-end" target={target}>
      <Menu.Dropdown aria-label={t("board.moveTo")}>
        {options.map((one) => (
          <Menu.Item key={one.value} onClick={() => onMove(one.value)}>
            {label(one.label)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </PressedMenu>
  );
}
