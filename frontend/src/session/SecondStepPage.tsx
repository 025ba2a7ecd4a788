import { Anchor, Button, Stack } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import type { SignInAnswer } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { AuthFrame } from "@/kit/AuthFrame";
import { FormProblem } from "@/kit/FormProblem";
import { useForm } from "@/kit/useForm";
import { CodeField } from "./CodeField";
import { signIn } from "./session";

const SetupGuide = lazy(() => import("./SetupGuide").then((module) => ({ default: module.SetupGuide })));
const RecoveryCodes = lazy(() => import("./RecoveryCodes").then((module) => ({ default: module.RecoveryCodes })));

export interface Proof {
  email: string;
  password: string;
  answer: SignInAnswer;
}

interface Props {
  proof: Proof;
  onEntered(): void;
  onBack(): void;
}

/** After a right password: the code of one's app, or, where the company asks for it, the way to have one. */
export function SecondStepPage({ proof, onEntered, onBack }: Props) {
  const { t } = useWords("session");
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { setup } = proof.answer;
  const send = async (code: string) => {
    const answer = await signIn(proof.email, proof.password, code);
    if (answer.recovery_codes) setCodes(answer.recovery_codes);
    else onEntered();
  };
  if (codes)
    return (
      <AuthFrame title={t("step.codesTitle")}>
        <Suspense fallback={null}>
          <RecoveryCodes codes={codes} onDone={onEntered} />
        </Suspense>
      </AuthFrame>
    );
  const back = (
    <Anchor component="button" type="button" inherit onClick={onBack}>
      {t("step.back")}
    </Anchor>
  );
  if (setup)
    return (
      <AuthFrame title={t("step.setupTitle")} text={t("step.setupAsked")} foot={back}>
        <Suspense fallback={null}>
          <SetupGuide setup={setup} send={send} />
        </Suspense>
      </AuthFrame>
    );
  return <CodeForm send={send} back={back} />;
}

function CodeForm({ send, back }: { send(code: string): Promise<void>; back: React.ReactNode }) {
  const { t } = useWords("session");
  const [isRecovery, setRecovery] = useState(false);
  const form = useForm({ code: "" }, ({ code }) => send(code.trim()));
  const swap = () => {
    form.change({ code: "" });
    setRecovery(!isRecovery);
  };
  return (
    <AuthFrame title={t("step.title")} text={isRecovery ? t("step.recoveryText") : t("step.text")} foot={back}>
      <form onSubmit={form.submit}>
        <Stack>
          <FormProblem problem={form.problem} />
          <CodeField
            key={String(isRecovery)}
            label={isRecovery ? t("step.recovery") : t("step.code")}
            isRecovery={isRecovery}
            value={form.values.code}
            error={form.errors.code}
            onChange={(code) => form.change({ code })}
          />
          <Button type="submit" loading={form.isBusy} fullWidth>
            {t("step.submit")}
          </Button>
          <Anchor component="button" type="button" size="sm" onClick={swap}>
            {isRecovery ? t("step.useApp") : t("step.useRecovery")}
          </Anchor>
        </Stack>
      </form>
    </AuthFrame>
  );
}
