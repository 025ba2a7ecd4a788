import { Skeleton, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { type Automation, type Trial, useTrial } from "@/api/automations";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { type Picked, RecordSearch } from "@/kit/RecordSearch";
import { SidePanel } from "@/kit/SidePanel";
import type { CompiledObject } from "@/metadata/compile";
import classes from "./Automations.module.css";
import { type Page, PageContext } from "./around";
import { everyStep } from "./draft";
import { useRefusals } from "./useRefusals";
import { useSummary } from "./useSummary";
import { useStepName, useWayName, useWhy } from "./words";

interface Props {
  automation: Automation;
  object: CompiledObject;
  isDirty: boolean;
  onClose(): void;
}

/** Says what an automation would do with a record; nothing is written, sent or changed. */
export function TryDrawer({ automation, object, isDirty, onClose }: Props) {
  const { t } = useWords("automations");
  const [picked, setPicked] = useState<Picked | null>(null);
  const trial = useTrial(automation.id, picked?.id);
  const { textOf } = useRefusals(trial.error);
  const page: Page = { id: automation.id, object, errors: {}, mayWrite: false, counts: undefined };
  return (
    <SidePanel isSheet onClose={onClose} size={480} title={t("automations.try.title")}>
      <PageContext value={page}>
        <Stack>
          <Text size="sm">{t("automations.try.text")}</Text>
          {isDirty && (
            <Text size="sm" c="dimmed">
              {t("automations.try.saveFirst")}
            </Text>
          )}
          <RecordSearch
            label={t("automations.try.record")}
            placeholder={t("automations.try.search")}
            objects={[object.plural]}
            value={picked}
            onChange={setPicked}
          />
          {trial.isFetching && <Skeleton height={120} aria-hidden />}
          {trial.error && (
            <p role="alert" className={classes.wrong}>
              {textOf(trial.error)}
            </p>
          )}
          {trial.data && !trial.isFetching && <Told trial={trial.data} automation={automation} name={picked?.name} />}
        </Stack>
      </PageContext>
    </SidePanel>
  );
}

interface ToldProps {
  trial: Trial;
  automation: Automation;
  name: string | undefined;
}

function Told({ trial, automation, name: known }: ToldProps) {
  const { t } = useWords("automations");
  const name = trial.record_name ?? known ?? "";
  return (
    <section aria-live="polite">
      <Text fw={600}>
        {trial.enters
          ? t("automations.try.enters", { name })
          : t("automations.try.keepsOut", {
              name,
              why: t(`automations.try.keepsOuts.${trial.keeps_out}`, { defaultValue: trial.keeps_out ?? "" }),
            })}
      </Text>
      {!trial.enters && (
        <Text size="sm" c="dimmed" mt={4}>
          {t("automations.try.anyway")}
        </Text>
      )}
      <ol className={classes.trial}>
        {trial.steps.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line of a trial is its place
          <OneStep key={place} line={line} automation={automation} />
        ))}
      </ol>
    </section>
  );
}

function OneStep({ line, automation }: { line: Trial["steps"][number]; automation: Automation }) {
  const { t } = useWords("automations");
  const formats = useFormats();
  const why = useWhy();
  const step = everyStep(automation.steps).find((one) => one.id === line.step) ?? { id: line.step, kind: "stop" };
  const name = useStepName()(step);
  const summary = useSummary(step);
  const { told } = line;
  const outcome = t(`automations.try.would.${line.state}`, {
    name: useWayName()(told) ?? "…",
    why: why(told.reason ?? told.code),
    when: typeof told.until === "string" ? formats.instant(told.until) : "",
    defaultValue: line.state,
  });
  return (
    <li>
      <Text fw={600} size="sm">
        {name}
      </Text>
      {summary && step.kind !== "branch" && (
        <Text size="sm" c="dimmed">
          {summary}
        </Text>
      )}
      <Text size="sm" className={classes.outcome} data-state={line.state}>
        {outcome}
      </Text>
    </li>
  );
}
