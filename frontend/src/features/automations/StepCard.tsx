import { Button, Group, Skeleton } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconCopy, IconTrash } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { type KeyboardEvent, lazy, Suspense, use } from "react";
import type { Step } from "@/api/automations";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import classes from "./Automations.module.css";
import { PageContext } from "./around";
import { Card } from "./Card";
import { errorsOfStep } from "./draft";
import { FilterWords } from "./FilterWords";
import { iconOfStep } from "./icons";
import { Steps } from "./Steps";
import { useSummary } from "./useSummary";
import { useStepName } from "./words";

const StepForm = lazy(() => import("./StepForm").then((module) => ({ default: module.StepForm })));

interface Props {
  step: Step;
  isNew: boolean;
  onChange(step: Step): void;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
  onCopy(): void;
  onRemove(): void;
}

/** One step: what it does, how many stand there and have passed, and the ways that lead out of a branch. */
export function StepCard({ step, isNew, onChange, onUp, onDown, onCopy, onRemove }: Props) {
  const { t } = useWords("automations");
  const { object, errors, mayWrite } = use(PageContext);
  const name = useStepName()(step);
  const summary = useSummary(step);
  const wrong = errorsOfStep(errors, step.id);
  const acts = [
    { key: "up", icon: IconArrowUp, run: onUp },
    { key: "down", icon: IconArrowDown, run: onDown },
    { key: "copy", icon: IconCopy, run: onCopy },
    { key: "remove", icon: IconTrash, run: onRemove },
  ] as const;
  const move = (event: KeyboardEvent) => {
    const run = event.altKey ? { ArrowUp: onUp, ArrowDown: onDown }[event.key] : undefined;
    if (!run) return;
    event.preventDefault();
    const head = event.currentTarget as HTMLElement;
    run();
    // A part that changes its place loses the focus on the way.
    requestAnimationFrame(() => head.focus());
  };
  return (
    <li>
      <Card
        icon={iconOfStep(step.kind, step.action)}
        name={name}
        text={
          step.condition && step.kind === "wait_until" ? (
            <>
              <FilterWords object={object} filter={step.condition} /> · {summary}
            </>
          ) : (
            summary
          )
        }
        aside={<StepCounts step={step} name={name} />}
        onKeyDown={mayWrite ? move : undefined}
        isOpen={isNew && step.kind !== "stop"}
        problem={Object.keys(wrong).length ? (wrong[""] ?? t("automations.wrongStep")) : undefined}
        form={
          mayWrite
            ? () => (
                <Suspense fallback={<Skeleton height={80} />}>
                  <StepForm step={step} errors={wrong} onChange={onChange} />
                  <Group gap={4} mt="sm">
                    {acts.map(
                      ({ key, icon: Icon, run }) =>
                        run && (
                          <Button
                            key={key}
                            variant="subtle"
                            color="gray"
                            size="compact-sm"
                            leftSection={<Icon size={15} aria-hidden />}
                            aria-label={t("automations.steps.actOn", { act: t(`automations.steps.${key}`), name })}
                            onClick={run}
                          >
                            {t(`automations.steps.${key}`)}
                          </Button>
                        ),
                    )}
                  </Group>
                </Suspense>
              )
            : undefined
        }
      >
        {step.kind === "branch" && <Ways step={step} onChange={onChange} />}
      </Card>
    </li>
  );
}

/** The ways out of a branch, each with its steps. */
function Ways({ step, onChange }: { step: Step; onChange(step: Step): void }) {
  const { t } = useWords("automations");
  const { object } = use(PageContext);
  const branches = step.branches ?? [];
  const otherwise = Array.isArray(step.otherwise) ? step.otherwise : [];
  return (
    <div className={classes.ways}>
      {branches.map((way, place) => {
        const name = way.label || t("automations.steps.way", { n: place + 1 });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a way is its place
          <section key={place} className={classes.way} aria-label={name}>
            <h3 className={classes.wayHead}>
              {(way.label || !way.condition) && <span>{name}</span>}
              {way.condition && (
                <span className={way.label ? classes.text : undefined}>
                  {t("automations.steps.wayWhen")} <FilterWords object={object} filter={way.condition} />
                </span>
              )}
            </h3>
            <Steps
              steps={way.steps}
              of={name}
              onChange={(steps) =>
                onChange({ ...step, branches: branches.map((one, at) => (at === place ? { ...one, steps } : one)) })
              }
            />
          </section>
        );
      })}
      <section className={classes.way} aria-label={t("automations.steps.otherwise")}>
        <h3 className={classes.wayHead}>{t("automations.steps.otherwise")}</h3>
        <Steps
          steps={otherwise}
          of={t("automations.steps.otherwise")}
          onChange={(steps) => onChange({ ...step, otherwise: steps })}
        />
      </section>
    </div>
  );
}

/** How many stand at a step and have passed it; each number opens its runs. */
function StepCounts({ step, name }: { step: Step; name: string }) {
  const { t } = useWords("automations");
  const formats = useFormats();
  const { id, counts, mayWrite } = use(PageContext);
  const found = counts?.steps.find((one) => one.step === step.id);
  if (!found || !counts?.entered) return null;
  const figures = [
    { key: "here", count: found.inside, search: { tab: "runs", at: step.id } },
    { key: "passed", count: found.passed, search: { tab: "runs", passed: step.id } },
  ] as const;
  return figures.map(({ key, count, search }) => {
    const told = t(`automations.steps.${key}`, { count, n: formats.number(count) });
    return mayWrite && count > 0 ? (
      <Link
        key={key}
        to="/automations/$id"
        params={{ id }}
        search={search}
        ignoreBlocker
        className={classes.figure}
        aria-label={t("automations.steps.hereOf", { told, name })}
      >
        {told}
      </Link>
    ) : (
      <span key={key} className={classes.figure}>
        {told}
      </span>
    );
  });
}
