import { Anchor, Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useWords } from "@/i18n/useWords";
import { AuthFrame } from "./AuthFrame";
import { FormProblem } from "./FormProblem";
import { signIn } from "./session";
import { useForm } from "./useForm";

export function SignInPage({ next, email }: { next: string | undefined; email: string | undefined }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const form = useForm({ email: email ?? "", password: "" }, async (values) => {
    await signIn(values.email.trim(), values.password);
    await navigate({ to: next?.startsWith("/") && !next.startsWith("//") ? next : "/" });
  });
  return (
    <AuthFrame
      title={t("signIn.title")}
      foot={
        <>
          {t("signIn.new")}{" "}
          <Anchor inherit underline="always" renderRoot={(props) => <Link {...props} to="/sign-up" />}>
            {t("signIn.toSignUp")}
          </Anchor>
        </>
      }
    >
      <form onSubmit={form.submit}>
        <Stack>
          <FormProblem problem={form.problem} />
          <TextInput
            type="email"
            name="email"
            autoComplete="username"
            label={t("session.email")}
            required
            autoFocus
            value={form.values.email}
            error={form.errors.email}
            onChange={(event) => form.change({ email: event.currentTarget.value })}
          />
          <PasswordInput
            name="password"
            autoComplete="current-password"
            label={t("session.password")}
            required
            value={form.values.password}
            error={form.errors.password}
            visibilityToggleButtonProps={{ "aria-label": t("session.showPassword"), "aria-hidden": false, tabIndex: 0 }}
            onChange={(event) => form.change({ password: event.currentTarget.value })}
          />
          <Button type="submit" loading={form.isBusy} fullWidth>
            {t("signIn.submit")}
          </Button>
        </Stack>
      </form>
    </AuthFrame>
  );
}
