import { Anchor, Button, Stack } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { resetPassword } from "@/api/account";
import { ApiProblem } from "@/api/problems";
import { useWords } from "@/i18n/useWords";
import { AuthFrame } from "@/kit/AuthFrame";
import { FormProblem } from "@/kit/FormProblem";
import { useForm } from "@/kit/useForm";
import { PasswordField } from "./PasswordField";
import { forgetSession } from "./session";

/** Where the mailed link leads: its code comes behind the `#`, which no server sees. */
export function ResetPage({ code }: { code: string }) {
  const { t } = useWords("session");
  const navigate = useNavigate();
  const form = useForm({ password: "" }, async ({ password }) => {
    await resetPassword(code, password);
    forgetSession();
    await navigate({ to: "/sign-in", search: { next: undefined, email: undefined, reset: true }, replace: true });
  });
  const isSpent = !code || (form.problem instanceof ApiProblem && form.problem.code === "reset_not_good");
  if (isSpent)
    return (
      <AuthFrame title={t("reset.spentTitle")} text={t("reset.spent")}>
        <Button fullWidth renderRoot={(props) => <Link {...props} to="/forgot" search={{ email: undefined }} />}>
          {t("reset.again")}
        </Button>
      </AuthFrame>
    );
  return (
    <AuthFrame
      title={t("reset.title")}
      text={t("reset.text")}
      foot={
        <Anchor
          inherit
          underline="always"
          renderRoot={(props) => <Link {...props} to="/sign-in" search={{ next: undefined, email: undefined }} />}
        >
          {t("forgot.back")}
        </Anchor>
      }
    >
      <form onSubmit={form.submit}>
        <Stack>
          <FormProblem problem={form.problem} />
          <PasswordField
            label={t("reset.password")}
            isNew
            autoFocus
            value={form.values.password}
            error={form.errors.password}
            onChange={(password) => form.change({ password })}
          />
          <Button type="submit" loading={form.isBusy} fullWidth>
            {t("reset.submit")}
          </Button>
        </Stack>
      </form>
    </AuthFrame>
  );
}
