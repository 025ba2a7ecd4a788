import { Button, Radio, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { type Automation, useAudience, useAutomationWrites } from "@/api/automations";
import { useMaybeRecord } from "@/api/records";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { DialogFoot } from "@/kit/DialogFoot";
import { followJob } from "@/kit/jobs/JobNotice";
import { showDone } from "@/kit/notices";
import { type CompiledObject, nameOf } from "@/metadata/compile";
import classes from "./Automations.module.css";
import { FilterWords } from "./FilterWords";
import { useReentryText } from "./Rules";
import { useRefusals } from "./useRefusals";
import { useTriggerText } from "./words";

interface Props {
  automation: Automation;
  object: CompiledObject;
  onClose(): void;
}

/** Asks who enters: those who come, or those who match now as well; and says how one enters again and leaves. */
export function EnableDialog({ automation, object, onClose }: Props) {
  const { t } = useWords("automations");
  const formats = useFormats();
  const audience = useAudience(automation.id).data;
  const [who, setWho] = useState<"new" | "matching">("new");
  const [problem, setProblem] = useState<unknown>(null);
  const { textOf } = useRefusals(problem);
  const { enable } = useAutomationWrites();
  const begins = useTriggerText(automation.object, automation.trigger);
  const reentry = useReentryText(automation);
  const isClock = automation.trigger.kind === "schedule";
  const count = audience?.count ?? 0;
  const n = formats.number(count);
  const isWithAll = who === "matching" && count > 0;

  const go = async () => {
    setProblem(null);
    try {
      const told = await enable.mutateAsync({ id: automation.id, who, version: automation.version });
      if (told.job && isWithAll) followJob({ id: told.job });
      showDone(t("automations.enabling.done", { name: automation.name }));
      onClose();
    } catch (reason) {
      setProblem(reason);
    }
  };

  return (
    <Dialog onClose={onClose} title={t("automations.enabling.title", { name: automation.name })}>
      <Stack>
        {Boolean(problem) && (
          <p role="alert" className={classes.wrong}>
            {textOf(problem)}
          </p>
        )}
        <Text size="sm">
          {begins}. {reentry}.{" "}
          {automation.exit ? (
            <>
              {t("automations.rules.exit")}: <FilterWords object={object} filter={automation.exit} />.
            </>
          ) : (
            `${t("automations.rules.noExit")}.`
          )}{" "}
          {t("automations.rules.mostSaid", { n: formats.number(automation.most_an_hour) })}
        </Text>
        {!audience && (
          <Text size="sm" c="dimmed" role="status">
            {t("automations.enabling.counting")}
          </Text>
        )}
        {audience && isClock && (
          <Text>{t(`automations.enabling.${audience.exact ? "schedule" : "scheduleAtLeast"}`, { n })}</Text>
        )}
        {!isClock && (
          <Radio.Group
            label={t("automations.enabling.who")}
            value={who}
            onChange={(value) => setWho(value === "matching" ? "matching" : "new")}
          >
            <Stack gap="xs" mt={8}>
              <Radio
                value="new"
                label={t("automations.enabling.new")}
                description={t("automations.enabling.newHint")}
                data-autofocus
              />
              {audience && (
                <Radio
                  value="matching"
                  disabled={!count}
                  label={
                    !count
                      ? t("automations.enabling.matchingNone")
                      : audience.exact
                        ? t("automations.enabling.matching", { count, n })
                        : t("automations.enabling.matchingAtLeast", { n })
                  }
                  description={count ? t("automations.enabling.matchingHint") : undefined}
                />
              )}
            </Stack>
          </Radio.Group>
        )}
        {audience && count > 0 && <Sample object={object} ids={audience.sample} />}
        <DialogFoot onClose={onClose}>
          <Button loading={enable.isPending} onClick={go}>
            {isWithAll ? t("automations.enabling.goMatching", { count, n }) : t("automations.enabling.go")}
          </Button>
        </DialogFoot>
      </Stack>
    </Dialog>
  );
}

const MOST_NAMED = 3;

function Sample({ object, ids }: { object: CompiledObject; ids: readonly string[] }) {
  const { t } = useWords("automations");
  const [one, two, three] = ids.slice(0, MOST_NAMED);
  const found = [
    useMaybeRecord(object.plural, one),
    useMaybeRecord(object.plural, two),
    useMaybeRecord(object.plural, three),
  ];
  const names = found.flatMap((record) => (record ? [nameOf(record, object.nameField)] : []));
  if (!names.length) return null;
  return (
    <Text size="sm" c="dimmed">
      {t("automations.enabling.forExample", { names: names.join(", ") })}
    </Text>
  );
}
