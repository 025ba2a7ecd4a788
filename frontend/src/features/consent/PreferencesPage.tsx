import { Button, Checkbox, Skeleton, Stack, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import { type Preferences, useChoose, usePreferences } from "@/api/consents";
import { changeLanguage } from "@/i18n/i18n";
import { useWords } from "@/i18n/useWords";
import { AuthFrame } from "@/kit/AuthFrame";
import { ProblemAlert } from "@/kit/record/ProblemAlert";

/** What somebody receives from a firm, chosen by the link of a mail; it never says whose page it is. */
export function PreferencesPage({ token }: { token: string }) {
  const { t } = useWords("consent");
  const preferences = usePreferences(token);
  const spoken = preferences.data?.language;
  useEffect(() => {
    if (spoken) changeLanguage(spoken);
  }, [spoken]);
  if (preferences.isPending)
    return (
      <AuthFrame title={t("consent.page.title")} firm="">
        <Skeleton height={120} aria-hidden />
      </AuthFrame>
    );
  if (!preferences.data)
    return (
      <AuthFrame title={t("consent.page.goneTitle")} firm="">
        <Text>{t("consent.page.gone")}</Text>
      </AuthFrame>
    );
  return <Choices token={token} preferences={preferences.data} />;
}

function Choices({ token, preferences }: { token: string; preferences: Preferences }) {
  const { t, label, language } = useWords("consent");
  const choose = useChoose(token);
  const [wanted, setWanted] = useState(preferences.items.flatMap((item) => (item.wanted ? [item.key] : [])));
  const save = (keys: string[]) => {
    setWanted(keys);
    choose.mutate({
      wanted: Object.fromEntries(preferences.items.map((item) => [item.key, keys.includes(item.key)])),
      locale: language,
    });
  };
  const change = (keys: string[]) => {
    setWanted(keys);
    choose.reset();
  };
  return (
    <AuthFrame
      title={t("consent.page.title")}
      text={t("consent.page.text")}
      firm={preferences.firm}
      foot={t("consent.page.service")}
    >
      <Stack gap="lg">
        <Checkbox.Group value={wanted} onChange={change} aria-label={t("consent.page.title")}>
          <Stack gap="md">
            {preferences.items.map((item) => (
              <Checkbox key={item.key} value={item.key} label={label(item.label)} description={label(item.text)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <ProblemAlert problem={choose.error} />
        {choose.isSuccess && (
          <Text role="status" fw={550}>
            {wanted.length ? t("consent.page.saved") : t("consent.page.stopped")}
          </Text>
        )}
        <Stack gap="xs">
          <Button fullWidth loading={choose.isPending} onClick={() => save(wanted)}>
            {t("consent.page.save")}
          </Button>
          <Button fullWidth variant="default" disabled={choose.isPending} onClick={() => save([])}>
            {t("consent.page.none")}
          </Button>
        </Stack>
      </Stack>
    </AuthFrame>
  );
}
