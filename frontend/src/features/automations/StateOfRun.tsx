import type { RunState } from "@/api/automations";
import { useWords } from "@/i18n/useWords";
import classes from "./Automations.module.css";

/** How a run stands: a word, and a shape beside the colour. */
export function StateOfRun({ state }: { state: RunState }) {
  const { t } = useWords("automations");
  return (
    <span className={classes.state} data-state={state}>
      {t(`automations.runs.state.${state}`)}
    </span>
  );
}
