import { Button } from "@mantine/core";
import { IconCheck, IconCircle, IconCircleDashed, IconCircleFilled } from "@tabler/icons-react";
import type { Plan, PlanStep } from "@/api/plans";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import classes from "./Plans.module.css";

const SIGNS = {
  done: IconCheck,
  skipped: IconCircleDashed,
  failed: IconCircleDashed,
  next: IconCircleFilled,
  ahead: IconCircle,
};

interface Props {
  plan: Plan;
  mayWrite: boolean;
  isBusy: boolean;
  said(step: PlanStep): string;
  onSkip(step: string, skipped: boolean): void;
}

/** The line of a plan through time: what was done, what is next and when. */
export function PlanSteps({ plan, mayWrite, isBusy, said, onSkip }: Props) {
  const { t } = useWords("plans");
  const formats = useFormats();
  return (
    <ol className={classes.steps} aria-label={t("plans.steps", { name: plan.name })}>
      {plan.steps.map((one, place) => {
        const Sign = SIGNS[one.state];
        const isPast = one.state === "done" || (one.state === "skipped" && place < lastDone(plan));
        const name = said(one);
        const isByHand = one.reason === "by_hand";
        return (
          <li key={one.step} className={classes.step} data-state={one.state}>
            <Sign size={16} aria-hidden />
            <div className={classes.words}>
              {one.label && <span className={classes.term}>{one.label}</span>}
              <span>{name}</span>
              <span className={classes.when}>
                {t(`plans.states.${one.state}`)}
                {one.at && one.state !== "skipped" && ` · ${formats.when(one.at)}`}
                {one.reason && ` · ${t(`plans.why.${one.reason}`, { defaultValue: t("plans.why.else") })}`}
              </span>
            </div>
            {mayWrite && !isPast && one.kind !== "branch" && (one.state !== "skipped" || isByHand) && (
              <Button
                variant="subtle"
                size="compact-sm"
                disabled={isBusy}
                aria-label={t(one.state === "skipped" ? "plans.takeInOf" : "plans.skipOf", { name })}
                onClick={() => onSkip(one.step, one.state !== "skipped")}
              >
                {t(one.state === "skipped" ? "plans.takeIn" : "plans.skip")}
              </Button>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** Behind which place everything lies ahead: what is left out before it was passed already. */
function lastDone(plan: Plan): number {
  const next = plan.steps.findIndex((one) => one.state === "next");
  const last = plan.steps.findLastIndex((one) => one.state === "done");
  return Math.max(last, next < 0 && plan.ended ? plan.steps.length : -1);
}
