import { IconBolt } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useAutomationsOf } from "@/api/automations";
import { useWords } from "@/i18n/useWords";
import type { RecordSlotProps } from "@/kit/slots";
import classes from "./Automations.module.css";
import { useMayWrite } from "./mayWrite";

const MOST = 3;

/** In a line: which automations, how each stands, and the way to what it did. */
export function BandLine({ object, record }: RecordSlotProps) {
  const { t } = useWords("automations");
  const all = useAutomationsOf(object.plural, record.id).data ?? [];
  // Those that go on are told as plans.
  const runs = all.filter((one) => one.state !== "running" && one.state !== "waiting");
  const mayOpen = useMayWrite();
  if (!runs.length) return null;
  const shown = runs.slice(0, MOST);
  const rest = runs.length - shown.length;
  return (
    <div className={classes.band} data-print="never">
      <IconBolt size={16} stroke={1.6} aria-hidden />
      <span className={classes.bandTitle}>{t("automations.band.title")}</span>
      <ul aria-label={t("automations.band.title")}>
        {shown.map((run) => {
          const words = t("automations.band.item", {
            name: run.name,
            state: t(`automations.runs.state.${run.state}`).toLocaleLowerCase(),
          });
          return (
            <li key={run.id}>
              {mayOpen ? (
                <Link to="/automations/$id/runs/$run" params={{ id: run.automation, run: run.id }}>
                  {words}
                </Link>
              ) : (
                words
              )}
            </li>
          );
        })}
        {rest > 0 && <li>{t("automations.band.more", { count: rest })}</li>}
      </ul>
    </div>
  );
}
