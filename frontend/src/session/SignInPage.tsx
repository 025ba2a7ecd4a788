import { Alert, Anchor, Button, Stack } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useWords } from "@/i18n/useWords";
import { AuthFrame } from "@/kit/AuthFrame";
import { FormProblem } from "@/kit/FormProblem";
import { useForm } from "@/kit/useForm";
import { EmailField } from "./EmailField";
import { PasswordField } from "./PasswordField";
import { type Proof, SecondStepPage } from "./SecondStepPage";
import { signIn } from "./session";

interface Props {
  next: string | undefined;
  email: string | undefined;
  /** Whether a new password has just been chosen. */
  isReset?: boolean;
}

export function SignInPage({ next, email, isReset = false }: Props) {
  const { t } = useWords("session");
  const navigate = useNavigate();
  const [proof, setProof] = useState<Proof | null>(null);
  const enter = () => navigate({ to: next?.startsWith("/") && !next.startsWith("//") ? next : "/" });
  const form = useForm({ email: email ?? "", password: "" }, async (values) => {
    const credentials = { email: values.email.trim(), password: values.password };
    const answer = await signIn(credentials.email, credentials.password);
    if (answer.missing) setProof({ ...credentials, answer });
    else await enter();
  });
  if (proof) return <SecondStepPage proof={proof} onEntered={enter} onBack={() => setProof(null)} />;
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
          {isReset && !form.problem && (
            <Alert color="albahaca" icon={<IconCheck size={18} />} role="status">
              {t("reset.done")}
            </Alert>
          )}
          <FormProblem problem={form.problem} />
          <EmailField
            autoFocus={!email}
            value={form.values.email}
            error={form.errors.email}
            onChange={(email) => form.change({ email })}
          />
          <PasswordField
            label={t("session.password")}
            autoFocus={Boolean(email)}
            value={form.values.password}
            error={form.errors.password}
            onChange={(password) => form.change({ password })}
          />
          <Anchor
            size="sm"
            renderRoot={(props) => <Link {...props} to="/forgot" search={{ email: form.values.email || undefined }} />}
          >
            {t("signIn.forgot")}
          </Anchor>
          <Button type="submit" loading={form.isBusy} fullWidth>
            {t("signIn.submit")}
          </Button>
        </Stack>
      </form>
    </AuthFrame>
  );
}
