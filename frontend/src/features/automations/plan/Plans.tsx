import { Button, Text } from "@mantine/core";
import { IconRoute } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useMe } from "@/api/me";
import { type Plans as Told, usePlanWrites } from "@/api/plans";
import { ApiProblem } from "@/api/problems";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { showDone, showProblem } from "@/kit/notices";
import { OnPress } from "@/kit/OnPress";
import type { RecordSlotProps } from "@/kit/slots";
import { may } from "@/metadata/access";
import { useMayWrite } from "../mayWrite";
import { PlanSteps } from "./PlanSteps";
import classes from "./Plans.module.css";
import { useSaid } from "./useSaid";

const loadMenu = () => import("./OfferedDrop");
const OfferedDrop = lazy(() => loadMenu().then((module) => ({ default: module.OfferedDrop })));
const Question = lazy(() => import("@/kit/Question").then((module) => ({ default: module.Question })));

/** Which step of a plan is next and when, all of it once it is opened, and what may be done about it. */
export function Plans({ object, record, plans }: RecordSlotProps & { plans: Told }) {
  const { t } = useWords("plans");
  const formats = useFormats();
  const { user } = useMe();
  const { begin, stop, skip } = usePlanWrites(object.plural, record.id);
  const [ending, setEnding] = useState<{ run: string; name: string } | null>(null);
  const said = useSaid(String(record[object.nameField] ?? ""));
  const mayOpen = useMayWrite();
  const mayWrite = may(object.permissions, "update", record, user.id);
  if (!plans.items.length && !mayWrite) return null;
  const start = (automation: string, name: string) =>
    begin.mutateAsync(automation).then(
      () => showDone(t("plans.begun", { name })),
      (problem) => {
        const why = problem instanceof ApiProblem ? problem.extra.keeps_out : undefined;
        if (typeof why === "string") showDone(t(`plans.keepsOut.${why}`, { name }));
        else showProblem(problem);
      },
    );
  const end = (run: string) =>
    stop
      .mutateAsync(run)
      .then(() => showDone(t("plans.stopped")), showProblem)
      .finally(() => setEnding(null));
  return (
    <div className={classes.plans} data-print="never">
      {plans.items.map((plan) => {
        const next = plan.steps.find((one) => one.state === "next");
        return (
          <details key={plan.run} className={classes.plan}>
            <summary>
              <IconRoute size={16} stroke={1.6} aria-hidden />
              <span className={classes.name}>{plan.name}</span>
              <span className={classes.next}>
                {plan.ended
                  ? t(`plans.ended.${plan.ended}`)
                  : next
                    ? t("plans.next", {
                        what: said(next).replace(/\.$/, ""),
                        when: next.at ? formats.when(next.at) : t("plans.whenever"),
                      })
                    : t("plans.last")}
              </span>
            </summary>
            <PlanSteps
              plan={plan}
              mayWrite={mayWrite}
              isBusy={skip.isPending}
              said={said}
              onSkip={(step, skipped) => skip.mutateAsync({ run: plan.run, step, skipped }).catch(showProblem)}
            />
            <div className={classes.foot}>
              {plan.ends_on.length > 0 && (
                <Text size="sm" c="dimmed">
                  {t("plans.endsOn", {
                    ends: new Intl.ListFormat(formats.locale, { type: "disjunction" }).format(
                      plan.ends_on.map((one) => t(`plans.ends.${one}`)),
                    ),
                  })}
                </Text>
              )}
              {mayOpen && (
                <Link to="/automations/$id/runs/$run" params={{ id: plan.automation, run: plan.run }}>
                  {t("plans.open")}
                </Link>
              )}
              {mayWrite && (
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-sm"
                  onClick={() => setEnding({ run: plan.run, name: plan.name })}
                >
                  {t("plans.stop")}
                </Button>
              )}
            </div>
          </details>
        );
      })}
      {mayWrite && plans.offered.length > 0 && (
        <OnPress
          target={
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconRoute size={16} stroke={1.6} />}
              loading={begin.isPending}
            >
              {t("plans.begin")}
            </Button>
          }
          menu={OfferedDrop}
          load={loadMenu}
          menuProps={{ offered: plans.offered, onChoose: start }}
        />
      )}
      <Suspense fallback={null}>
        {ending && (
          <Question
            title={t("plans.stopTitle", { name: ending.name })}
            text={t("plans.stopText")}
            verb={t("plans.stop")}
            isBusy={stop.isPending}
            onYes={() => end(ending.run)}
            onClose={() => setEnding(null)}
          />
        )}
      </Suspense>
    </div>
  );
}
