import { Button, Group, Stack } from "@mantine/core";
import { useState } from "react";
import { useChangePassword } from "@/api/account";
import { useMe } from "@/api/me";
import { useWords } from "@/i18n/useWords";
import { FormProblem } from "@/kit/FormProblem";
import { showDone } from "@/kit/notices";
import { Section } from "@/kit/Section";
import { useForm } from "@/kit/useForm";
import { PasswordField } from "@/session/PasswordField";

const EMPTY = { current: "", password: "" };

/** Another password, for whoever knows the present one. */
export function PasswordSection() {
  const { t } = useWords("admin");
  const { user } = useMe();
  const [isOpen, setOpen] = useState(false);
  const change = useChangePassword();
  const form = useForm(EMPTY, async (values) => {
    await change.mutateAsync(values);
    close();
    showDone(t("account.passwordChanged"));
  });
  const close = () => {
    form.change(EMPTY);
    setOpen(false);
  };
  return (
    <Section title={t("session.password")} text={t("account.passwordText")}>
      {isOpen ? (
        <form onSubmit={form.submit}>
          <Stack>
            <FormProblem problem={form.problem} />
            <input type="hidden" name="username" autoComplete="username" value={user.email} readOnly />
            <PasswordField
              name="current-password"
              label={t("account.currentPassword")}
              autoFocus
              value={form.values.current}
              error={form.errors.current}
              onChange={(current) => form.change({ current })}
            />
            <PasswordField
              name="new-password"
              label={t("reset.password")}
              isNew
              value={form.values.password}
              error={form.errors.password}
              onChange={(password) => form.change({ password })}
            />
            <Group>
              <Button type="submit" loading={form.isBusy}>
                {t("reset.submit")}
              </Button>
              <Button variant="default" onClick={close}>
                {t("actions.cancel")}
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <Button variant="default" onClick={() => setOpen(true)}>
          {t("reset.submit")}
        </Button>
      )}
    </Section>
  );
}
