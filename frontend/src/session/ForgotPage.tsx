import { Alert, Anchor, Button, Stack, Text } from "@mantine/core";
import { IconMail } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { askReset } from "@/api/account";
import { useWords } from "@/i18n/useWords";
import { AuthFrame } from "@/kit/AuthFrame";
import { FormProblem } from "@/kit/FormProblem";
import { useForm } from "@/kit/useForm";
import { EmailField } from "./EmailField";

/** Where a forgotten password begins anew. What it says is the same whether the address is known or not. */
export function ForgotPage({ email }: { email: string | undefined }) {
  const { t, language } = useWords("session");
  const [sentTo, setSentTo] = useState("");
  const form = useForm({ email: email ?? "" }, async (values) => {
    await askReset(values.email.trim(), language);
    setSentTo(values.email.trim());
  });
  const back = (
    <Anchor
      inherit
      underline="always"
      renderRoot={(props) => <Link {...props} to="/sign-in" search={{ next: undefined, email: sentTo || undefined }} />}
    >
      {t("forgot.back")}
    </Anchor>
  );
  if (sentTo)
    return (
      <AuthFrame title={t("forgot.sentTitle")} foot={back}>
        <Stack>
          <Alert color="albahaca" icon={<IconMail size={18} />} role="status">
            {t("forgot.sent", { email: sentTo })}
          </Alert>
          <Text size="sm" c="dimmed">
            {t("forgot.nothing")}
          </Text>
          <Button variant="default" onClick={() => setSentTo("")}>
            {t("forgot.again")}
          </Button>
        </Stack>
      </AuthFrame>
    );
  return (
    <AuthFrame title={t("forgot.title")} text={t("forgot.text")} foot={back}>
      <form onSubmit={form.submit}>
        <Stack>
          <FormProblem problem={form.problem} />
          <EmailField
            autoFocus
            value={form.values.email}
            error={form.errors.email}
            onChange={(email) => form.change({ email })}
          />
          <Button type="submit" loading={form.isBusy} fullWidth>
            {t("forgot.submit")}
          </Button>
        </Stack>
      </form>
    </AuthFrame>
  );
}
