import { Button, CloseButton, Progress, Text, Title } from "@mantine/core";
import { IconCircle, IconCircleCheckFilled } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Onboarding, useDismissOnboarding, useOnboarding } from "@/api/onboarding";
import { useWords } from "@/i18n/useWords";
import { openCreate } from "@/kit/form/create";
import { showProblem, showUndo } from "@/kit/notices";
import classes from "./FirstSteps.module.css";

type Step = Onboarding["steps"][number];

/** What a new workspace still needs; each step ticks itself off when it has happened. */
export function FirstSteps() {
  const { t } = useWords("today");
  const steps = useOnboarding().data;
  const dismiss = useDismissOnboarding();
  if (!steps || steps.dismissed || steps.steps.length === 0) return null;
  const done = steps.steps.filter((step) => step.done).length;
  const total = steps.steps.length;
  const hide = () =>
    dismiss
      .mutateAsync(true)
      .then(() => showUndo(t("onboarding.hidden"), () => dismiss.mutateAsync(false)))
      .catch(showProblem);
  return (
    <section aria-labelledby="first-steps" className={classes.panel}>
      <div className={classes.head}>
        <Title order={2} id="first-steps">
          {done === total ? t("onboarding.allDone") : t("onboarding.title")}
        </Title>
        <Text span size="sm" c="dimmed" className="numbers">
          {t("onboarding.progress", { done, total })}
        </Text>
        <Progress
          value={(done / total) * 100}
          size="sm"
          className={classes.progress}
          aria-label={t("onboarding.title")}
        />
        <CloseButton aria-label={t("onboarding.dismiss")} title={t("onboarding.dismiss")} onClick={hide} />
      </div>
      <ol className={classes.steps}>
        {steps.steps.map((step) => (
          <li key={step.key} className={classes.step} data-done={step.done || undefined}>
            {step.done ? (
              <IconCircleCheckFilled size={20} className={classes.tick} aria-label={t("onboarding.done")} role="img" />
            ) : (
              <IconCircle size={20} stroke={1.6} className={classes.open} aria-hidden />
            )}
            <span className={classes.words}>
              <Text span fw={500}>
                {t(`onboarding.step.${step.key}`)}
              </Text>
              {!step.done && (
                <Text span size="sm" c="dimmed">
                  {t(`onboarding.hint.${step.key}`)}
                </Text>
              )}
            </span>
            {!step.done && <Act step={step.key}>{t(`onboarding.act.${step.key}`)}</Act>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The door to each step. */
function Act({ step, children }: { step: Step["key"]; children: ReactNode }) {
  const look = { variant: "default", size: "compact-md" } as const;
  if (step === "contacts")
    return (
      <Button {...look} renderRoot={(props) => <Link {...props} to="/imports/new" search={{ object: "contacts" }} />}>
        {children}
      </Button>
    );
  if (step === "team")
    return (
      <Button {...look} renderRoot={(props) => <Link {...props} to="/settings/users" />}>
        {children}
      </Button>
    );
  const create = () => openCreate(step === "deals" ? { plural: "deals" } : { plural: "tasks", stay: true });
  return (
    <Button {...look} onClick={create}>
      {children}
    </Button>
  );
}
