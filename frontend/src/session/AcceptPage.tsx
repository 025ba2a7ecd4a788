import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { api, body } from "@/api/client";
import { useWords } from "@/i18n/useWords";
import { AuthFrame } from "./AuthFrame";
import { FormProblem } from "./FormProblem";
import { signIn } from "./session";
import { useForm } from "./useForm";

/** Where the mailed invitation leads: the code and the address come in the link. */
export function AcceptPage({ code, email }: { code: string | undefined; email: string | undefined }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const form = useForm({ code: code ?? "", email: email ?? "", name: "", password: "" }, async (values) => {
    const sent = { ...values, code: values.code.trim(), email: values.email.trim(), name: values.name.trim() };
    await body(api.POST("/v1/invitations/accept", { body: sent }));
    await signIn(sent.email, values.password);
    await navigate({ to: "/" });
  });
  return (
    <AuthFrame title={t("accept.title")} text={t("accept.text")}>
      <form onSubmit={form.submit}>
        <Stack>
          <FormProblem problem={form.problem} />
          <TextInput
            type="email"
            name="email"
            autoComplete="username"
            label={t("session.email")}
            required
            value={form.values.email}
            error={form.errors.email}
            onChange={(event) => form.change({ email: event.currentTarget.value })}
          />
          {!code && (
            <TextInput
              name="code"
              label={t("accept.code")}
              autoComplete="one-time-code"
              required
              value={form.values.code}
              error={form.errors.code}
              onChange={(event) => form.change({ code: event.currentTarget.value })}
            />
          )}
          <TextInput
            name="name"
            autoComplete="name"
            label={t("session.name")}
            required
            autoFocus
            value={form.values.name}
            error={form.errors.name}
            onChange={(event) => form.change({ name: event.currentTarget.value })}
          />
          <PasswordInput
            name="password"
            autoComplete="new-password"
            label={t("session.password")}
            description={t("session.passwordHint", { count: 10 })}
            required
            minLength={10}
            value={form.values.password}
            error={form.errors.password}
            visibilityToggleButtonProps={{ "aria-label": t("session.showPassword"), "aria-hidden": false, tabIndex: 0 }}
            onChange={(event) => form.change({ password: event.currentTarget.value })}
          />
          <Button type="submit" loading={form.isBusy} fullWidth>
            {t("accept.submit")}
          </Button>
        </Stack>
      </form>
    </AuthFrame>
  );
}
