import { IconCheck } from "@tabler/icons-react";
import { useWords } from "@/i18n/useWords";
import classes from "./ImportSteps.module.css";

const STEPS = ["file", "check", "run"] as const;

/** Where somebody is on the way from a file to records. */
export function ImportSteps({ active }: { active: number }) {
  const { t } = useWords("imports");
  return (
    <ol className={classes.steps} aria-label={t("import.steps.title")}>
      {STEPS.map((step, place) => (
        <li
          key={step}
          className={classes.step}
          data-done={place < active || undefined}
          aria-current={place === active ? "step" : undefined}
        >
          <span className={classes.mark} aria-hidden>
            {place < active ? <IconCheck size={14} stroke={2.4} /> : place + 1}
          </span>
          <span className={classes.name}>{t(`import.steps.${step}`)}</span>
        </li>
      ))}
    </ol>
  );
}
