import { Text, useMantineColorScheme } from "@mantine/core";
import { IconCheck, IconKeyboard, IconLogout, IconUserCircle } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import { useMe, useUpdateMe } from "@/api/me";
import type { Language } from "@/api/types";
import { userName } from "@/api/users";
import { changeLanguage } from "@/i18n/i18n";
import { useWords } from "@/i18n/useWords";
import { setDensity, useDensity } from "@/kit/list/density";
import { leave } from "@/session/leave";
import classes from "./Drop.module.css";
import { openKeys } from "./sheet";

const SCHEMES = ["light", "dark", "auto"] as const;
const DENSITIES = ["cosy", "compact"] as const;
const LANGUAGES: readonly Language[] = ["es", "en"];

export function UserMenuItems({ onChoose }: { onChoose(): void }) {
  const { t, language } = useWords();
  const { user } = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const update = useUpdateMe();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const density = useDensity();
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.querySelector<HTMLElement>("button")?.focus(), []);
  const speak = async (next: Language) => {
    update.mutate({ locale: next });
    await changeLanguage(next);
  };
  const item = (icon: ReactNode, words: string, run: () => void, lang?: string) => (
    <button
      key={words}
      type="button"
      role="menuitem"
      className={classes.item}
      lang={lang}
      onClick={() => {
        onChoose();
        run();
      }}
    >
      {icon}
      {words}
    </button>
  );
  const mark = (isOn: boolean) => (isOn ? <IconCheck size={16} /> : <span className={classes.blank} />);
  return (
    <div ref={first} className={classes.menu}>
      <div className={classes.label}>
        <Text span inherit c="var(--mantine-color-text)" fw={600} display="block">
          {userName(user)}
        </Text>
        <Text span inherit truncate="end" display="block">
          {user.email}
        </Text>
      </div>
      {item(<IconUserCircle size={16} stroke={1.6} />, t("nav.myAccount"), () => navigate({ to: "/account" }))}
      {item(<IconKeyboard size={16} stroke={1.6} />, t("nav.keys"), openKeys)}
      <div className={classes.divider} />
      <div className={classes.label}>{t("nav.language")}</div>
      {LANGUAGES.map((one) => item(mark(one === language), t(`nav.languages.${one}`), () => speak(one), one))}
      <div className={classes.label}>{t("nav.scheme")}</div>
      {SCHEMES.map((one) => item(mark(one === colorScheme), t(`nav.schemes.${one}`), () => setColorScheme(one)))}
      <div className={classes.label}>{t("nav.density")}</div>
      {DENSITIES.map((one) => item(mark(one === density), t(`nav.densities.${one}`), () => setDensity(one)))}
      <div className={classes.divider} />
      {item(<IconLogout size={16} />, t("nav.signOut"), () => leave(client))}
    </div>
  );
}
