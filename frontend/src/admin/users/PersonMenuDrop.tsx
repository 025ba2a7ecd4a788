import { Menu } from "@mantine/core";
import {
  IconArrowsTransferDown,
  IconEye,
  IconPencil,
  IconShieldOff,
  IconUserCheck,
  IconUserOff,
} from "@tabler/icons-react";
import type { ReactElement } from "react";
import { useMe } from "@/api/me";
import { seeAs } from "@/api/seeing";
import type { User } from "@/api/types";
import { userName } from "@/api/users";
import { useWords } from "@/i18n/useWords";
import { PressedMenu } from "@/kit/PressedMenu";
import type { Asked } from "./PersonDialogs";
import { usePersonActs } from "./usePersonActs";

interface Props {
  target: ReactElement;
  user: User;
  ask(asked: Asked): void;
}

/** What can be done about somebody, beside their role and team. */
export function PersonMenuDrop({ target, user, ask }: Props) {
  const { t } = useWords("admin");
  const { user: me } = useMe();
  const { activate } = usePersonActs(user);
  const name = userName(user);
  const isActive = user.status === "active";
  const isMe = user.id === me.id;
  return (
    <PressedMenu target={target}>
      <Menu.Dropdown>
        {isActive && !isMe && (
          <Menu.Item leftSection={<IconEye size={16} />} onClick={() => seeAs({ id: user.id, name })}>
            {t("users.seeAs", { name })}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => ask({ what: "rename", user })}>
          {t("users.rename")}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowsTransferDown size={16} />} onClick={() => ask({ what: "transfer", user })}>
          {t("users.transfer")}
        </Menu.Item>
        {!isMe && <Menu.Divider />}
        {!isMe && isActive && (
          <Menu.Item leftSection={<IconShieldOff size={16} />} onClick={() => ask({ what: "resetMfa", user })}>
            {t("users.resetMfa")}
          </Menu.Item>
        )}
        {!isMe && isActive && (
          <Menu.Item
            c="var(--attention)"
            leftSection={<IconUserOff size={16} />}
            onClick={() => ask({ what: "deactivate", user })}
          >
            {t("users.deactivate")}
          </Menu.Item>
        )}
        {!isMe && !isActive && (
          <Menu.Item leftSection={<IconUserCheck size={16} />} onClick={activate}>
            {t("users.activate")}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </PressedMenu>
  );
}
