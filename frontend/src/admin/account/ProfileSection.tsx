import { Button, Group, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useMe, useUpdateMe } from "@/api/me";
import type { Language } from "@/api/types";
import { changeLanguage } from "@/i18n/i18n";
import { useWords } from "@/i18n/useWords";
import { FormProblem } from "@/kit/FormProblem";
import { showDone } from "@/kit/notices";
import { Section } from "@/kit/Section";
import { useForm } from "@/kit/useForm";
import { ZoneSelect } from "@/session/ZoneSelect";

const LANGUAGES: Language[] = ["es", "en"];

/** How colleagues see one's name, and in which words and by which clock one reads. */
export function ProfileSection() {
  const { t } = useWords("admin");
  const { user } = useMe();
  const update = useUpdateMe();
  const [saved, setSaved] = useState({ name: user.name, locale: user.locale, timezone: user.timezone });
  const form = useForm(saved, async (values) => {
    await update.mutateAsync({ ...values, name: values.name.trim() });
    await changeLanguage(values.locale);
    setSaved(values);
    showDone(t("account.saved"));
  });
  const isChanged = JSON.stringify(form.values) !== JSON.stringify(saved);
  return (
    <Section title={t("account.profile")} text={t("account.profileText")}>
      <form onSubmit={form.submit}>
        <Stack>
          <FormProblem problem={form.problem} />
          <TextInput label={t("session.email")} description={t("account.emailText")} value={user.email} readOnly />
          <TextInput
            name="name"
            autoComplete="name"
            label={t("session.name")}
            required
            maxLength={120}
            value={form.values.name}
            error={form.errors.name}
            onChange={(event) => form.change({ name: event.currentTarget.value })}
          />
          <Group grow align="flex-start" preventGrowOverflow={false}>
            <NativeSelect
              label={t("nav.language")}
              data={LANGUAGES.map((value) => ({ value, label: t(`nav.languages.${value}`) }))}
              value={form.values.locale}
              error={form.errors.locale}
              onChange={(event) => form.change({ locale: event.currentTarget.value as Language })}
            />
            <ZoneSelect
              label={t("account.timeZone")}
              value={form.values.timezone}
              error={form.errors.timezone}
              onChange={(timezone) => form.change({ timezone })}
            />
          </Group>
          <Group>
            <Button type="submit" loading={form.isBusy} disabled={!isChanged}>
              {t("actions.saveChanges")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
