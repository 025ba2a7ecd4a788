import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import type { Counts, RunState } from "@/api/automations";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import classes from "./Automations.module.css";

const RunningCost = lazy(() => import("@/kit/costs/RunningCost").then((module) => ({ default: module.RunningCost })));

interface Props {
  id: string;
  counts: Counts;
  mayOpen: boolean;
}

const SHOWN: readonly { key: Exclude<keyof Counts, "steps" | "running_cost">; state?: RunState; always?: boolean }[] = [
  { key: "entered", always: true },
  { key: "inside", state: "waiting", always: true },
  { key: "finished", state: "finished", always: true },
  { key: "exited", state: "exited" },
  { key: "stopped", state: "stopped" },
  { key: "failed", state: "failed" },
];

/** How many entered and how they came out; each number opens its runs. */
export function Figures({ id, counts, mayOpen }: Props) {
  const { t } = useWords("automations");
  const formats = useFormats();
  return (
    <section className={classes.panel} aria-label={t("automations.figures.title")}>
      <h2 className={classes.sectionHead}>{t("automations.figures.title")}</h2>
      <dl className={classes.figures}>
        {SHOWN.filter((one) => one.always || counts[one.key] > 0).map(({ key, state }) => (
          <div key={key} data-bad={key === "failed" || undefined}>
            <dt>{t(`automations.figures.${key}`)}</dt>
            <dd>
              {mayOpen && counts[key] > 0 ? (
                <Link to="/automations/$id" params={{ id }} search={{ tab: "runs", state }} ignoreBlocker>
                  {formats.number(counts[key])}
                </Link>
              ) : (
                formats.number(counts[key])
              )}
            </dd>
          </div>
        ))}
      </dl>
      <Suspense fallback={null}>
        <RunningCost cost={counts.running_cost} />
      </Suspense>
    </section>
  );
}
