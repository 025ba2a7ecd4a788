import { Anchor, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { LogLine, RunWithLog, Step, Trigger } from "@/api/automations";
import { useMaybeObject, useObjects } from "@/api/objects";
import { useMaybeRecord } from "@/api/records";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { nameOf } from "@/metadata/compile";
import classes from "./Automations.module.css";
import { type Page, PageContext } from "./around";
import { DeedText, deedOf } from "./Deed";
import { iconOfStep } from "./icons";
import { useSummary } from "./useSummary";
import { useStepName, useTriggerText, useValueText, useWayName, useWhy } from "./words";

interface Touched {
  kind: "created" | "changed" | "deleted";
  plural: string;
  id: string;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

/** What happened in a run, step by step: what each was given and what came of it. */
export function Log({ run }: { run: RunWithLog }) {
  const object = useMaybeObject(run.plural);
  if (!object) return null;
  const page: Page = { id: run.automation, object, errors: {}, mayWrite: false, counts: undefined };
  return (
    <PageContext value={page}>
      <ol className={classes.log}>
        <Entered run={run} />
        {run.log.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line of a log is its place
          <OneLine key={place} line={line} run={run} />
        ))}
      </ol>
    </PageContext>
  );
}

/** What the event that began a run says happened to its record. */
function changeOf(data: unknown): "created" | "changed" | "deleted" {
  const event = String((data as { event?: unknown } | null)?.event ?? "");
  return event.endsWith("Created") ? "created" : event.endsWith("Deleted") ? "deleted" : "changed";
}

function Entered({ run }: { run: RunWithLog }) {
  const { t } = useWords("automations");
  const formats = useFormats();
  const { kind, data } = run.cause;
  const trigger = { ...(data as object), kind: kind === "change" ? changeOf(data) : kind } as unknown as Trigger;
  const begins = useTriggerText(run.plural, trigger);
  const isOwn = kind === "matching" || kind === "trial" || kind === "date";
  return (
    <li className={classes.entry}>
      <span className={classes.moment}>{formats.instant(run.entered_at)}</span>
      <div>
        <Text fw={600}>{t("automations.line.entered")}</Text>
        <Text size="sm" c="dimmed">
          {isOwn ? t(`automations.cause.${kind}`) : begins}
        </Text>
      </div>
    </li>
  );
}

/** A step as the log keeps it, so that it reads as it did then whatever became of the automation. */
function stepOf(line: LogLine): Step {
  const given = line.given as unknown as Partial<Step>;
  const kind = given.action ? "action" : (KINDS.find((one) => one === line.kind) ?? "stop");
  return { ...given, id: line.step ?? "", kind };
}

const KINDS = ["wait", "wait_until", "branch", "stop"] as const;
/** What befell the run as a whole, and was no step of it. */
const WHOLE = "run";

function OneLine({ line, run }: { line: LogLine; run: RunWithLog }) {
  const formats = useFormats();
  const step = stepOf(line);
  const isStep = line.kind !== WHOLE;
  const name = useStepName()(step);
  const summary = useSummary(step);
  const outcome = useOutcome(line);
  const deed = deedOf(line);
  const Icon = isStep ? iconOfStep(step.kind, step.action) : null;
  return (
    <li className={classes.entry} data-state={line.state}>
      <span className={classes.moment}>{formats.instant(line.at)}</span>
      <div>
        {isStep && (
          <Text fw={600} className={classes.logName}>
            {Icon && <Icon size={16} stroke={1.6} aria-hidden />} {name}
          </Text>
        )}
        {isStep && summary && step.kind !== "branch" && !deed && (
          <Text size="sm" c="dimmed">
            {summary}
          </Text>
        )}
        <Text size="sm" className={classes.outcome} data-state={line.state}>
          {deed ? <DeedText deed={deed} line={line} run={run} /> : outcome}
        </Text>
        {(line.touched as unknown as Touched[]).map((touched) => (
          <TouchedRecord key={`${touched.plural}/${touched.id}`} touched={touched} />
        ))}
      </div>
    </li>
  );
}

/** What a line came to, in words. */
function useOutcome(line: LogLine): string {
  const { t } = useWords("automations");
  const formats = useFormats();
  const why = useWhy();
  const wayName = useWayName();
  const told = line.told as Record<string, unknown>;
  const key = (name: string) => t(`automations.line.${name}`, { defaultValue: name });
  switch (line.state) {
    case "waiting":
      return typeof told.until === "string"
        ? t("automations.line.waitingUntil", { when: formats.instant(told.until) })
        : key("waiting");
    case "taken":
      return wayName(told) ? t("automations.line.taken", { name: wayName(told) }) : t("automations.line.wayTaken");
    case "skipped":
      return `${key("skipped")}: ${why(told.reason)}`;
    case "failed":
      return `${key("failed")}: ${why(told.code) === told.code ? String(told.detail ?? told.code) : why(told.code)}`;
    case "exited":
    case "stopped":
      return told.why ? `${key(line.state)}: ${why(told.why)}` : key(line.state);
    default:
      return key(line.state);
  }
}

/** A record that a step made or changed: before and after, field by field. */
function TouchedRecord({ touched }: { touched: Touched }) {
  const { t, label, inner } = useWords("automations");
  const object = useMaybeObject(touched.plural);
  const summary = useObjects().find((one) => one.plural === touched.plural);
  const record = useMaybeRecord(touched.plural, touched.id);
  const valueText = useValueText();
  const fields = Object.keys(touched.after);
  return (
    <div className={classes.touched}>
      <Text size="sm">
        {t(`automations.runs.touched.${touched.kind}`, { one: inner(summary?.label) })}
        {record && (
          <>
            {": "}
            <Anchor
              inherit
              renderRoot={(props) => (
                <Link {...props} to="/records/$plural/$id" params={{ plural: touched.plural, id: touched.id }} />
              )}
            >
              {nameOf(record, object?.nameField ?? "name")}
            </Anchor>
          </>
        )}
      </Text>
      {fields.length > 0 && (
        <ul className={classes.changes}>
          {fields.map((name) => {
            const field = object?.fields.get(name);
            return (
              <li key={name}>
                {label(field?.label) || name}: <s>{valueText(field, touched.before[name])}</s> →{" "}
                {valueText(field, touched.after[name])}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
