import { Button, Skeleton, Stack, Text } from "@mantine/core";
import { useEffect } from "react";
import { useConfirm, useQuestion } from "@/api/consents";
import { ApiProblem } from "@/api/problems";
import { changeLanguage } from "@/i18n/i18n";
import { useWords } from "@/i18n/useWords";
import { AuthFrame } from "@/kit/AuthFrame";
import { ProblemAlert } from "@/kit/record/ProblemAlert";

/** Where the mail of a double opt-in leads: nothing is permitted until its reader says so here. */
export function ConfirmPage({ token }: { token: string }) {
  const { t, label } = useWords("consent");
  const question = useQuestion(token);
  const confirm = useConfirm(token);
  const spoken = question.data?.language;
  useEffect(() => {
    if (spoken) changeLanguage(spoken);
  }, [spoken]);
  const isGone = question.error ?? (confirm.error instanceof ApiProblem && confirm.error.status === 404);
  if (isGone)
    return (
      <AuthFrame title={t("consent.confirm.goneTitle")} firm="">
        <Text>{t("consent.confirm.gone")}</Text>
      </AuthFrame>
    );
  if (!question.data)
    return (
      <AuthFrame title="" firm="">
        <Skeleton height={120} aria-hidden />
      </AuthFrame>
    );
  const { firm, purpose } = question.data;
  if (confirm.isSuccess)
    return (
      <AuthFrame title={t("consent.confirm.doneTitle")} firm={firm}>
        <Text role="status">{t("consent.confirm.done", { firm })}</Text>
      </AuthFrame>
    );
  return (
    <AuthFrame title={t("consent.confirm.title", { firm })} text={label(purpose.label)} firm={firm}>
      <Stack gap="lg">
        <Text>{label(purpose.text)}</Text>
        <ProblemAlert problem={confirm.error} />
        <Button fullWidth loading={confirm.isPending} onClick={() => confirm.mutate()}>
          {t("consent.confirm.yes")}
        </Button>
      </Stack>
    </AuthFrame>
  );
}
