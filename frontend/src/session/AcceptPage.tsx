import { Button, Stack, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, body } from "@/api/client";
import { useWords } from "@/i18n/useWords";
import { AuthFrame } from "@/kit/AuthFrame";
import { FormProblem } from "@/kit/FormProblem";
import { useForm } from "@/kit/useForm";
import { EmailField } from "./EmailField";
import { PasswordField } from "./PasswordField";
import { type Proof, SecondStepPage } from "./SecondStepPage";
import { signIn } from "./session";

/** Where the mailed invitation leads: the code and the address come in the link. */
export function AcceptPage({ code, email }: { code: string | undefined; email: string | undefined }) {
  const { t } = useWords("session");
  const navigate = useNavigate();
  const [proof, setProof] = useState<Proof | null>(null);
  const enter = () => navigate({ to: "/" });
  const form = useForm({ code: code ?? "", email: email ?? "", name: "", password: "" }, async (values) => {
    const sent = { ...values, code: values.code.trim(), email: values.email.trim(), name: values.name.trim() };
    await body(api.POST("/v1/invitations/accept", { body: sent }));
    const answer = await signIn(sent.email, values.password);
    if (answer.missing) setProof({ email: sent.email, password: values.password, answer });
    else await enter();
  });
  if (proof) return <SecondStepPage proof={proof} onEntered={enter} onBack={enter} />;
  return (
    <AuthFrame title={t("accept.title")} text={t("accept.text")}>
      <form onSubmit={form.submit}>
        <Stack>
          <FormProblem problem={form.problem} />
          <EmailField
            value={form.values.email}
            error={form.errors.email}
            onChange={(email) => form.change({ email })}
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
          <PasswordField
            label={t("session.password")}
            isNew
            value={form.values.password}
            error={form.errors.password}
            onChange={(password) => form.change({ password })}
          />
          <Button type="submit" loading={form.isBusy} fullWidth>
            {t("accept.submit")}
          </Button>
        </Stack>
      </form>
    </AuthFrame>
  );
}
