import { Link } from "@tanstack/react-router";
import type { NumberName, Numbers } from "@/api/campaignResults";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { AlarmBell } from "@/kit/alarms/AlarmBell";
import classes from "./Results.module.css";
import { usePercent } from "./usePercent";

/** How far mails came, and what went wrong with them; what machines did stands apart. */
export const REACHED = ["sent", "delivered", "opened", "clicked"] as const;
export const LOST = ["bounced", "unsubscribed", "complained"] as const;
export const MACHINES = ["opened_machine", "clicked_machine"] as const;

/** What somebody can be told of. */
const WATCHED: readonly NumberName[] = [...REACHED, ...LOST];

interface Props {
  id: string;
  numbers: Numbers;
  states: readonly NumberName[];
  variant?: string;
}

/** Numbers of mails with the share that each is, one below the other; each opens its people. */
export function Figures({ id, numbers, states, variant }: Props) {
  const { t } = useWords("campaigns");
  const formats = useFormats();
  const percent = usePercent();
  return (
    <ul className={classes.figures}>
      {states.map((state) => {
        const { count, rate, of } = numbers[state];
        return (
          <li key={state} className={classes.figure} data-state={state}>
            <Link
              to="/campaigns/$id/people"
              params={{ id }}
              search={{ state, ...(variant ? { variant } : {}) }}
              className={classes.name}
            >
              {t(`results.states.${state}`)}
            </Link>
            <span className={classes.count}>{formats.number(count)}</span>
            <span className={classes.rate}>
              {rate !== null && of && (
                <>
                  {percent(rate)} <span className={classes.of}>{t(`results.of.${of}`)}</span>
                </>
              )}
            </span>
            {WATCHED.includes(state) && !variant && (
              <span className={classes.bell}>
                <AlarmBell
                  metric={{ source: "campaigns", of: id, figure: of ? `${state}_rate` : state }}
                  label={t("results.tellMe", { what: t(`results.states.${state}`) })}
                />
              </span>
            )}
            <span className={classes.track} aria-hidden>
              <span style={{ width: `${Math.min(1, rate ?? (count ? 1 : 0)) * 100}%` }} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
