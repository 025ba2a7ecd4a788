import { Skeleton, Text } from "@mantine/core";
import { IconBolt, IconFilter } from "@tabler/icons-react";
import { lazy, Suspense, use } from "react";
import { useWords } from "@/i18n/useWords";
import classes from "./Automations.module.css";
import { PageContext } from "./around";
import { Card } from "./Card";
import type { Draft } from "./draft";
import { FilterWords } from "./FilterWords";
import { useTriggerText } from "./words";

const TriggerForm = lazy(() => import("./TriggerForm").then((module) => ({ default: module.TriggerForm })));
const ConditionTree = lazy(() => import("./ConditionTree").then((module) => ({ default: module.ConditionTree })));

interface Props {
  draft: Draft;
  isLive: boolean;
  onChange(part: Partial<Draft>): void;
}

/** What an automation begins with, and which records it lets in. */
export function Begins({ draft, isLive, onChange }: Props) {
  const { t, label } = useWords("automations");
  const { object, errors, mayWrite } = use(PageContext);
  const begins = useTriggerText(draft.object, draft.trigger);
  const wrong = (start: string) => Object.entries(errors).find(([path]) => path.startsWith(start))?.[1];
  return (
    <>
      <section aria-labelledby="begins">
        <h2 className={classes.sectionHead} id="begins">
          {t("automations.begin.title")}
        </h2>
        <Card
          icon={IconBolt}
          name={begins}
          text={label(object.labelPlural)}
          problem={wrong("trigger")}
          form={
            mayWrite
              ? () =>
                  isLive ? (
                    <Text size="sm">{t("automations.begin.locked")}</Text>
                  ) : (
                    <Suspense fallback={<Skeleton height={64} />}>
                      <TriggerForm
                        object={object}
                        trigger={draft.trigger}
                        errors={errors}
                        onChange={(trigger) => onChange({ trigger })}
                      />
                    </Suspense>
                  )
              : undefined
          }
        />
      </section>
      <section aria-labelledby="conditions">
        <h2 className={classes.sectionHead} id="conditions">
          {t("automations.conditions.title")}
        </h2>
        <Card
          icon={IconFilter}
          name={draft.conditions ? t("automations.conditions.edit") : t("automations.conditions.none")}
          text={draft.conditions && <FilterWords object={object} filter={draft.conditions} />}
          problem={wrong("conditions")}
          form={
            mayWrite
              ? () => (
                  <Suspense fallback={<Skeleton height={64} />}>
                    <ConditionTree
                      object={object}
                      filter={draft.conditions}
                      onChange={(conditions) => onChange({ conditions })}
                    />
                  </Suspense>
                )
              : undefined
          }
        />
      </section>
    </>
  );
}
