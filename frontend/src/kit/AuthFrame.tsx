import { Anchor, Box, Group, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import { changeLanguage } from "@/i18n/i18n";
import { useWords } from "@/i18n/useWords";
import { Mark } from "@/theme/Mark";
import classes from "./AuthFrame.module.css";

interface Props {
  title: string;
  text?: string;
  children: ReactNode;
  foot?: ReactNode;
  /** Whose page it is, where it is not ours. */
  firm?: string | undefined;
}

/** The counter one comes to before there is a session. */
export function AuthFrame({ title, text, children, foot, firm }: Props) {
  const { t, language } = useWords();
  useEffect(() => {
    document.title = `${title} · ${firm ?? "Tendero"}`;
  }, [title, firm]);
  const other = language === "es" ? "en" : "es";
  return (
    <Box className={classes.frame}>
      <header className={classes.head}>
        <Group gap={8}>
          {firm === undefined && <Mark size={26} />}
          <Text fw={650} size="lg">
            {firm ?? t("app.name")}
          </Text>
        </Group>
        <Anchor component="button" type="button" size="sm" lang={other} onClick={() => changeLanguage(other)}>
          {t("app.otherLanguage")}
        </Anchor>
      </header>
      <main className={classes.main}>
        <Stack gap="lg">
          <div>
            <Title order={1}>{title}</Title>
            {text && (
              <Text c="dimmed" mt={4}>
                {text}
              </Text>
            )}
          </div>
          {children}
          {foot && (
            <Text size="sm" c="dimmed">
              {foot}
            </Text>
          )}
        </Stack>
      </main>
    </Box>
  );
}
