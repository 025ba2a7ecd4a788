import { Button, Chip, Group, Skeleton, Text } from "@mantine/core";
import { IconRefresh, IconRoute, IconX } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { type Run, type RunState, type Step, useCounts, useRuns, useRunWrites } from "@/api/automations";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { EmptyState } from "@/kit/EmptyState";
import { Line, Lines } from "@/kit/lines/Lines";
import { MoreButton } from "@/kit/MoreButton";
import { showDone, showProblem } from "@/kit/notices";
import { problemText } from "@/kit/problemText";
import type { Asked } from "./AutomationPage";
import { everyStep } from "./draft";
import { StateOfRun } from "./StateOfRun";
import { useStepName, useWhy } from "./words";

const STATES: readonly RunState[] = ["waiting", "running", "finished", "exited", "stopped", "failed"];
/** A page that asks for a state or a step may be short; a few more are read before somebody has to ask. */
const ENOUGH = 15;
const MOST_PAGES = 8;

interface Props {
  id: string;
  asked: Asked;
  steps: readonly Step[];
}

/** Who went through an automation and how it went, the newest first. */
export function RunsTab({ id, asked, steps }: Props) {
  const { t } = useWords("automations");
  const formats = useFormats();
  const navigate = useNavigate();
  const runs = useRuns(id, { state: asked.state, at: asked.at, passed: asked.passed, since: asked.since });
  const counts = useCounts(id);
  const { retryAll } = useRunWrites(id);
  const nameOfStep = useStepName();
  const items = runs.data?.pages.flatMap((page) => page.items);
  const { hasNextPage, isFetching, fetchNextPage } = runs;
  const isShort = (items?.length ?? 0) < ENOUGH && (runs.data?.pages.length ?? 0) < MOST_PAGES;
  useEffect(() => {
    if (isShort && hasNextPage && !isFetching) fetchNextPage();
  }, [isShort, hasNextPage, isFetching, fetchNextPage]);

  const ask = (search: Omit<Asked, "tab">) =>
    navigate({ to: "/automations/$id", params: { id }, search: { tab: "runs", ...search }, ignoreBlocker: true });
  const widen = () => ask(asked.state ? { state: asked.state } : {});
  const again = () =>
    retryAll
      .mutateAsync()
      .then(
        ({ taken_up: count }) => showDone(t("automations.runs.takenUp", { count, n: formats.number(count) })),
        showProblem,
      );
  const place = asked.at ?? asked.passed;
  const kept = asked.since ? { since: asked.since } : {};
  const step = everyStep(steps).find((one) => one.id === place);
  const failed = counts?.failed ?? 0;
  const shown = STATES.filter((state) => state === asked.state || !counts || countOf(counts, state) !== 0);

  return (
    <>
      <Group justify="space-between" mb="md" gap="sm">
        <Chip.Group
          value={asked.state ?? "all"}
          onChange={(value) => ask({ ...kept, ...(value === "all" ? {} : { state: value as RunState }) })}
        >
          <Group gap={8} role="radiogroup" aria-label={t("automations.runs.filter")}>
            <Chip value="all" size="sm">
              {t("automations.runs.all")}
            </Chip>
            {shown.map((state) => (
              <Chip key={state} value={state} size="sm">
                {t(`automations.runs.state.${state}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        {failed > 0 && (
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconRefresh size={16} />}
            loading={retryAll.isPending}
            onClick={again}
          >
            {t("automations.runs.retryAll", { count: failed, n: formats.number(failed) })}
          </Button>
        )}
      </Group>
      {place && (
        <Narrowed widen={t("automations.runs.anywhere")} onWiden={widen}>
          {t(asked.at ? "automations.runs.at" : "automations.runs.past", { name: step ? nameOfStep(step) : place })}
        </Narrowed>
      )}
      {asked.since && (
        <Narrowed widen={t("automations.runs.anytime")} onWiden={widen}>
          {t("automations.runs.since", { day: formats.day(asked.since) })}
        </Narrowed>
      )}
      {!items && !runs.error && <Skeleton height={160} aria-hidden />}
      {!items && runs.error && <p role="alert">{problemText(runs.error, t)}</p>}
      {items?.length === 0 && !hasNextPage && (
        <EmptyState
          icon={<IconRoute size={44} stroke={1.2} />}
          title={t(asked.state || place || asked.since ? "automations.runs.emptyState" : "automations.runs.empty")}
          {...(asked.state || place || asked.since ? {} : { text: t("automations.runs.emptyText") })}
        />
      )}
      {items && items.length > 0 && (
        <Lines label={t("automations.tabs.runs")}>
          {items.map((run) => (
            <OneRun key={run.id} run={run} steps={steps} />
          ))}
        </Lines>
      )}
      <Group justify="center" mt="md">
        <MoreButton list={runs}>{t("automations.runs.more")}</MoreButton>
      </Group>
    </>
  );
}

const countOf = (counts: Record<string, unknown>, state: RunState) =>
  state === "waiting" || state === "running" ? counts.inside : counts[state];

/** To what the runs are narrowed, and a way back to all of them. */
function Narrowed({ widen, onWiden, children }: { widen: string; onWiden: () => void; children: ReactNode }) {
  return (
    <Group gap={6} mb="md">
      <Text size="sm">{children}</Text>
      <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconX size={14} />} onClick={onWiden}>
        {widen}
      </Button>
    </Group>
  );
}

function OneRun({ run, steps }: { run: Run; steps: readonly Step[] }) {
  const { t } = useWords("automations");
  const formats = useFormats();
  const why = useWhy();
  const nameOfStep = useStepName();
  const step = everyStep(steps).find((one) => one.id === run.step);
  const isAlive = run.state === "running" || run.state === "waiting";
  const where = isAlive || run.state === "failed" ? step && nameOfStep(step) : undefined;
  const told = [
    t("automations.runs.enteredAt", { when: formats.ago(run.entered_at) }),
    where,
    run.state === "waiting" && run.due && t("automations.runs.waitingUntil", { when: formats.instant(run.due) }),
    !isAlive && run.state !== "finished" && why(run.why),
  ].filter(Boolean);
  return (
    <Line
      link={
        <Link to="/automations/$id/runs/$run" params={{ id: run.automation, run: run.id }}>
          {run.record_name ?? t("automations.runs.gone")}
        </Link>
      }
      text={told.join(" · ")}
      aside={<StateOfRun state={run.state} />}
    />
  );
}
