import { Anchor, Button, Checkbox, Group, NativeSelect, Stack, TextInput } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, body } from "@/api/client";
import type { SignUp } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { AuthFrame } from "@/kit/AuthFrame";
import { FormProblem } from "@/kit/FormProblem";
import { useForm } from "@/kit/useForm";
import { browserTimeZone, CURRENCIES, currencyOfZone } from "@/lib/locale";
import { EmailField } from "./EmailField";
import { PasswordField } from "./PasswordField";
import { signIn } from "./session";
import { ZoneSelect } from "./ZoneSelect";

export function SignUpPage() {
  const { t, language } = useWords("session");
  const navigate = useNavigate();
  const [showsMore, setShowsMore] = useState(false);
  const zone = browserTimeZone();
  const form = useForm<SignUp>(
    {
      company: "",
      name: "",
      email: "",
      password: "",
      locale: language,
      timezone: zone,
      currency: currencyOfZone(zone),
      sample_data: true,
    },
    async (values) => {
      const { name, ...rest } = values;
      await body(
        api.POST("/v1/signup", {
          body: {
            ...rest,
            locale: language,
            email: values.email.trim(),
            ...(name?.trim() ? { name: name.trim() } : {}),
          },
        }),
      );
      await signIn(values.email.trim(), values.password);
      await navigate({ to: "/" });
    },
  );
  return (
    <AuthFrame
      title={t("signUp.title")}
      text={t("signUp.text")}
      foot={
        <>
          {t("signUp.already")}{" "}
          <Anchor inherit underline="always" renderRoot={(props) => <Link {...props} to="/sign-in" />}>
            {t("signUp.toSignIn")}
          </Anchor>
        </>
      }
    >
      <form onSubmit={form.submit}>
        <Stack>
          <FormProblem problem={form.problem} />
          <TextInput
            name="organization"
            autoComplete="organization"
            label={t("signUp.company")}
            required
            autoFocus
            maxLength={120}
            value={form.values.company}
            error={form.errors.company}
            onChange={(event) => form.change({ company: event.currentTarget.value })}
          />
          <TextInput
            name="name"
            autoComplete="name"
            label={t("session.name")}
            maxLength={120}
            value={form.values.name}
            error={form.errors.name}
            onChange={(event) => form.change({ name: event.currentTarget.value })}
          />
          <EmailField
            value={form.values.email}
            error={form.errors.email}
            onChange={(email) => form.change({ email })}
          />
          <PasswordField
            label={t("session.password")}
            isNew
            value={form.values.password}
            error={form.errors.password}
            onChange={(password) => form.change({ password })}
          />
          <Checkbox
            label={t("signUp.sample")}
            description={t("signUp.sampleHint")}
            checked={form.values.sample_data ?? false}
            onChange={(event) => form.change({ sample_data: event.currentTarget.checked })}
          />
          {showsMore ? (
            <Group grow align="flex-start">
              <NativeSelect
                label={t("signUp.currency")}
                data={[...CURRENCIES]}
                value={form.values.currency}
                error={form.errors.currency}
                onChange={(event) => form.change({ currency: event.currentTarget.value })}
              />
              <ZoneSelect
                label={t("signUp.zone")}
                value={form.values.timezone}
                error={form.errors.timezone}
                onChange={(timezone) => form.change({ timezone })}
              />
            </Group>
          ) : (
            <Anchor component="button" type="button" size="sm" ta="start" onClick={() => setShowsMore(true)}>
              {t("signUp.regional", { currency: form.values.currency, zone: form.values.timezone })}
            </Anchor>
          )}
          <Button type="submit" loading={form.isBusy} fullWidth>
            {t("signUp.submit")}
          </Button>
        </Stack>
      </form>
    </AuthFrame>
  );
}
