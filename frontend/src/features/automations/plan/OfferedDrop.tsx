import { Menu } from "@mantine/core";
import type { ReactElement } from "react";
import type { Plans } from "@/api/plans";
import { PressedMenu } from "@/kit/PressedMenu";

interface Props {
  target: ReactElement;
  offered: Plans["offered"];
  onChoose(automation: string, name: string): void;
}

/** The plans that may be begun for a record. */
export function OfferedDrop({ target, offered, onChoose }: Props) {
  return (
    <PressedMenu target={target}>
      <Menu.Dropdown>
        {offered.map((one) => (
          <Menu.Item key={one.automation} onClick={() => onChoose(one.automation, one.name)}>
            {one.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </PressedMenu>
  );
}
