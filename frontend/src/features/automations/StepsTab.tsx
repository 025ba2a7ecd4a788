import { Textarea } from "@mantine/core";
import { useCounts } from "@/api/automations";
import { useWords } from "@/i18n/useWords";
import { NameInput } from "@/kit/NameInput";
import type { CompiledObject } from "@/metadata/compile";
import classes from "./Automations.module.css";
import { type Page, PageContext } from "./around";
import { Begins } from "./Begins";
import type { Draft } from "./draft";
import { Figures } from "./Figures";
import { Rules } from "./Rules";
import { Steps } from "./Steps";

interface Props {
  id: string;
  object: CompiledObject;
  draft: Draft;
  isLive: boolean;
  errors: Record<string, string>;
  mayWrite: boolean;
  onChange(part: Partial<Draft>): void;
}

/** An automation as one reads it: it begins when, only if, and then step by step; and how many stand where. */
export function StepsTab({ id, object, draft, isLive, errors, mayWrite, onChange }: Props) {
  const { t } = useWords("automations");
  const counts = useCounts(id);
  const page: Page = { id, object, errors, mayWrite, counts };
  return (
    <PageContext value={page}>
      <div className={classes.sides}>
        <div className={classes.course}>
          <Begins draft={draft} isLive={isLive} onChange={onChange} />
          <section aria-labelledby="steps">
            <h2 className={classes.sectionHead} id="steps">
              {t("automations.steps.title")}
            </h2>
            <Steps steps={draft.steps} isWhole onChange={(steps) => onChange({ steps })} />
          </section>
          <Rules draft={draft} onChange={onChange} />
        </div>
        {counts && <Figures id={id} counts={counts} mayOpen={mayWrite} />}
        <div className={classes.naming}>
          {mayWrite && (
            <>
              <NameInput label={t("automations.name")} values={draft} errors={errors} onChange={onChange} />
              <Textarea
                label={t("automations.purpose")}
                autosize
                minRows={2}
                maxLength={2_000}
                value={draft.description}
                error={errors.description}
                onChange={(event) => onChange({ description: event.currentTarget.value })}
              />
            </>
          )}
          {!mayWrite && draft.description && <p>{draft.description}</p>}
        </div>
      </div>
    </PageContext>
  );
}
