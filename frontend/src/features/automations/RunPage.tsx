import { Anchor, Button, Group, Text } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { runQuery, useRunWrites, type Verdict } from "@/api/automations";
import { useMaybeObject, useObjects } from "@/api/objects";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { BackLink } from "@/kit/BackLink";
import { showDone, showProblem } from "@/kit/notices";
import { Page } from "@/kit/Page";
import classes from "./Automations.module.css";
import { Log } from "./Log";
import { StateOfRun } from "./StateOfRun";
import { useWhy } from "./words";

/** One record on its way through an automation: what each step was given and what it came to, and the way back. */
export function RunPage({ id, run: runId }: { id: string; run: string }) {
  const { t } = useWords("automations");
  const { data: run } = useSuspenseQuery(runQuery(id, runId));
  const formats = useFormats();
  const why = useWhy();
  const { retry, stop, undo } = useRunWrites(id);
  const [verdicts, setVerdicts] = useState<readonly Verdict[] | null>(null);
  const isAlive = run.state === "running" || run.state === "waiting";
  const hasTouched = run.log.some((line) => line.touched.length > 0);
  const record = run.record_name ?? t("automations.runs.gone");
  const act = (call: Promise<unknown>, words: string) => call.then(() => showDone(words), showProblem);
  const facts: [string, React.ReactNode][] = [
    [
      t("automations.runs.record"),
      run.record_name ? (
        <Anchor
          key="record"
          inherit
          renderRoot={(props) => (
            <Link {...props} to="/records/$plural/$id" params={{ plural: run.plural, id: run.record }} />
          )}
        >
          {run.record_name}
        </Anchor>
      ) : (
        record
      ),
    ],
    [t("automations.runs.entered"), formats.instant(run.entered_at)],
    ...(run.ended_at ? [[t("automations.runs.ended"), formats.instant(run.ended_at)] as [string, string]] : []),
    ...(run.due && run.state === "waiting"
      ? [[t("automations.runs.until"), formats.instant(run.due)] as [string, string]]
      : []),
    ...(run.why && !isAlive && run.state !== "finished"
      ? [[t("automations.runs.because"), why(run.why)] as [string, string]]
      : []),
  ];
  return (
    <Page
      title={t("automations.runs.title", { record, name: run.name })}
      before={
        <BackLink
          to="/automations/$id"
          params={{ id }}
          search={{ tab: "runs" }}
          aria-label={t("automations.runs.back", { name: run.name })}
        />
      }
      aside={<StateOfRun state={run.state} />}
      actions={
        <>
          {isAlive && (
            <Button
              variant="default"
              loading={stop.isPending}
              onClick={() => act(stop.mutateAsync(runId), t("automations.runs.stopped"))}
            >
              {t("automations.runs.stop")}
            </Button>
          )}
          {run.state === "failed" && (
            <Button
              loading={retry.isPending}
              onClick={() => act(retry.mutateAsync(runId), t("automations.runs.retried"))}
            >
              {t("automations.runs.retry")}
            </Button>
          )}
          {!isAlive && hasTouched && !run.undone_at && (
            <Button
              variant="default"
              loading={undo.isPending}
              onClick={() => undo.mutateAsync(runId).then(({ items }) => setVerdicts(items), showProblem)}
            >
              {t("automations.runs.undo")}
            </Button>
          )}
        </>
      }
    >
      <Text size="sm" c="dimmed" mb="sm">
        {t("automations.version", { n: formats.number(run.version) })}
        {run.undone_at && ` · ${t("automations.runs.undone", { when: formats.ago(run.undone_at) })}`}
      </Text>
      <dl className={classes.runFacts}>
        {facts.map(([name, told]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{told}</dd>
          </div>
        ))}
      </dl>
      {verdicts && <Verdicts verdicts={verdicts} />}
      <h2 className={classes.sectionHead}>{t("automations.runs.log")}</h2>
      <Log run={run} />
      {!isAlive && hasTouched && !run.undone_at && (
        <Group mt="md">
          <Text size="sm" c="dimmed">
            {t("automations.runs.undoHint")}
          </Text>
        </Group>
      )}
    </Page>
  );
}

/** What became of each record when a run was taken back. */
function Verdicts({ verdicts }: { verdicts: readonly Verdict[] }) {
  const { t } = useWords("automations");
  return (
    <section role="status" className={classes.notice} data-calm aria-label={t("automations.runs.verdicts")}>
      {!verdicts.length && <Text size="sm">{t("automations.runs.nothingUndone")}</Text>}
      <ul className={classes.verdicts}>
        {verdicts.map((verdict) => (
          <OneVerdict key={`${verdict.plural}/${verdict.id}`} verdict={verdict} />
        ))}
      </ul>
    </section>
  );
}

function OneVerdict({ verdict }: { verdict: Verdict }) {
  const { t, label, language } = useWords("automations");
  const object = useMaybeObject(verdict.plural);
  const summary = useObjects().find((one) => one.plural === verdict.plural);
  const why = useWhy();
  const named = (fields: readonly string[] | undefined) =>
    new Intl.ListFormat(language, { type: "conjunction" }).format(
      (fields ?? []).map((name) => label(object?.fields.get(name)?.label) || name),
    );
  const told = t(`automations.runs.verdict.${verdict.verdict}`, {
    fields: named(verdict.fields),
    reason: why(verdict.reason),
    defaultValue: verdict.verdict,
  });
  return (
    <li>
      <strong>{label(summary?.label)}</strong>: {told}
      {Boolean(verdict.kept?.length) && ` ${t("automations.runs.kept", { fields: named(verdict.kept) })}`}
    </li>
  );
}
