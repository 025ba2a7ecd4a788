import { Button, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useSecondStepActs } from "@/api/account";
import type { StepSetup } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { DialogFoot } from "@/kit/DialogFoot";
import { FormProblem } from "@/kit/FormProblem";
import { showDone } from "@/kit/notices";
import { useForm } from "@/kit/useForm";
import { PasswordField } from "@/session/PasswordField";
import { RecoveryCodes } from "@/session/RecoveryCodes";
import { SetupGuide } from "@/session/SetupGuide";

export type StepWish = "on" | "off" | "codes";

interface Props {
  wish: StepWish;
  onClose(): void;
}

/** Changes one's second step. A click beside it does not close it: it may hold codes that are shown only once. */
export function SecondStepDialog({ wish, onClose }: Props) {
  const { t } = useWords("admin");
  return (
    <Dialog onClose={onClose} title={t(`account.wishes.${wish}`)} closeOnClickOutside={false}>
      <Steps wish={wish} onClose={onClose} />
    </Dialog>
  );
}

/** First the password, then what follows from the wish. */
function Steps({ wish, onClose }: Props) {
  const { t } = useWords("admin");
  const acts = useSecondStepActs();
  const [setup, setSetup] = useState<StepSetup | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const form = useForm({ password: "" }, async ({ password }) => {
    if (wish === "on") setSetup(await acts.begin.mutateAsync(password));
    if (wish === "codes") setCodes((await acts.renew.mutateAsync(password)).recovery_codes);
    if (wish === "off") {
      await acts.turnOff.mutateAsync(password);
      showDone(t("account.stepTurnedOff"));
      onClose();
    }
  });
  if (codes) return <RecoveryCodes codes={codes} onDone={onClose} />;
  if (setup)
    return (
      <SetupGuide
        setup={setup}
        send={async (code) => setCodes((await acts.confirm.mutateAsync(code)).recovery_codes)}
      />
    );
  return (
    <form onSubmit={form.submit}>
      <Stack>
        <FormProblem problem={form.problem} />
        <Text size="sm">{t(`account.wishTexts.${wish}`)}</Text>
        <PasswordField
          label={t("session.password")}
          autoFocus
          value={form.values.password}
          error={form.errors.password}
          onChange={(password) => form.change({ password })}
        />
        <DialogFoot onClose={onClose}>
          <Button type="submit" loading={form.isBusy} color={wish === "off" ? "pimenton" : "albahaca"}>
            {t(`account.wishActs.${wish}`)}
          </Button>
        </DialogFoot>
      </Stack>
    </form>
  );
}
