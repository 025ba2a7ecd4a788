import { Skeleton } from "@mantine/core";
import { IconDoor } from "@tabler/icons-react";
import { lazy, Suspense, use } from "react";
import { useWords } from "@/i18n/useWords";
import classes from "./Automations.module.css";
import { PageContext } from "./around";
import { Card } from "./Card";
import type { Draft } from "./draft";
import { FilterWords } from "./FilterWords";
import { spanText } from "./words";

const RulesForm = lazy(() => import("./RulesForm").then((module) => ({ default: module.RulesForm })));

export interface Props {
  draft: Draft;
  onChange(part: Partial<Draft>): void;
}

/** Whether one may enter again, and what makes one leave before the end. */
export function Rules({ draft, onChange }: Props) {
  const { t } = useWords("automations");
  const { object, mayWrite, errors } = use(PageContext);
  const problem = ["exit", "cooldown", "most_an_hour"].flatMap((part) =>
    Object.entries(errors).flatMap(([path, text]) => (path.startsWith(part) ? [text] : [])),
  )[0];
  return (
    <section aria-labelledby="rules">
      <h2 className={classes.sectionHead} id="rules">
        {t("automations.rules.title")}
      </h2>
      <Card
        icon={IconDoor}
        name={useReentryText(draft)}
        text={
          draft.exit ? (
            <>
              {t("automations.rules.exit")}: <FilterWords object={object} filter={draft.exit} />
            </>
          ) : (
            t("automations.rules.noExit")
          )
        }
        problem={problem}
        form={
          mayWrite
            ? () => (
                <Suspense fallback={<Skeleton height={160} />}>
                  <RulesForm draft={draft} onChange={onChange} />
                </Suspense>
              )
            : undefined
        }
      />
    </section>
  );
}

/** How often a record may enter, as a sentence. */
export function useReentryText({ reentry, cooldown }: Pick<Draft, "reentry" | "cooldown">): string {
  const { t, language } = useWords("automations");
  const key = reentry === "never" ? "never" : cooldown ? "after" : "again";
  return t(`automations.rules.reentrySaid.${key}`, { span: spanText(t, language, cooldown) });
}
