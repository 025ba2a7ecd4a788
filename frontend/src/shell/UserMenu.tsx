import { Avatar, Menu, Text, useMantineColorScheme } from "@mantine/core";
import { IconCheck, IconChevronDown, IconLogout } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useMe, useUpdateMe } from "@/api/me";
import type { Language } from "@/api/types";
import { userName } from "@/api/users";
import { changeLanguage } from "@/i18n/i18n";
import { useWords } from "@/i18n/useWords";
import { leave } from "@/session/leave";
import classes from "./Shell.module.css";

const SCHEMES = ["light", "dark", "auto"] as const;
const LANGUAGES: readonly Language[] = ["es", "en"];

/** Whose counter this is, and how they like it: language, light, and the way out. */
export function UserMenu() {
  const { t, language } = useWords();
  const { user, tenant } = useMe();
  const client = useQueryClient();
  const update = useUpdateMe();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const choose = async (next: Language) => {
    await changeLanguage(next);
    update.mutate({ locale: next });
  };
  const mark = (on: boolean) => (on ? <IconCheck size={16} /> : <span style={{ width: 16 }} />);
  return (
    <Menu position="bottom-start" width={232}>
      <Menu.Target>
        <button
          type="button"
          className={classes.user}
          aria-label={t("nav.account", { company: tenant.name, name: userName(user) })}
        >
          <Avatar name={userName(user)} size={26} radius="md" color="albahaca" aria-hidden />
          <Text span fw={600} truncate="end" miw={0}>
            {tenant.name}
          </Text>
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {userName(user)}
          <Text size="xs" truncate="end">
            {user.email}
          </Text>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Label>{t("nav.language")}</Menu.Label>
        {LANGUAGES.map((one) => (
          <Menu.Item key={one} lang={one} leftSection={mark(one === language)} onClick={() => choose(one)}>
            {t(`nav.languages.${one}`)}
          </Menu.Item>
        ))}
        <Menu.Label>{t("nav.scheme")}</Menu.Label>
        {SCHEMES.map((scheme) => (
          <Menu.Item key={scheme} leftSection={mark(scheme === colorScheme)} onClick={() => setColorScheme(scheme)}>
            {t(`nav.schemes.${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => leave(client)}>
          {t("nav.signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
