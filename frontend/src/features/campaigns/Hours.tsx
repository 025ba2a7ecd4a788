import { Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Audience } from "@/api/campaigns";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import classes from "./Hours.module.css";
import { hourOf } from "./hour";

const REASONS = ["own", "firm", "start"] as const;

/** How many mails go in which hour of their readers' clocks, and why; each number opens its people. */
export function Hours({ id, hours }: { id: string; hours: Audience["hours"] }) {
  const { t } = useWords("campaigns");
  const formats = useFormats();
  const most = Math.max(...hours.map((one) => one.people), 1);
  const total = (of: (typeof REASONS)[number]) => hours.reduce((sum, one) => sum + one[of], 0);
  return (
    <section aria-label={t("hours.title")}>
      <ol className={classes.hours}>
        {hours.map(({ hour, people, own }) => (
          <li key={hour}>
            <Link
              to="/campaigns/$id/people"
              params={{ id }}
              search={{ state: "recipients", hour }}
              aria-label={t("hours.at", { hour: hourOf(hour), count: people, number: formats.number(people) })}
            >
              {hourOf(hour)}
            </Link>
            <span className={classes.bar} aria-hidden>
              <i style={{ width: `${((people - own) / most) * 100}%` }} />
              <b style={{ width: `${(own / most) * 100}%` }} />
            </span>
            <span className="numbers">{formats.number(people)}</span>
          </li>
        ))}
      </ol>
      <ul className={classes.why}>
        {REASONS.filter((one) => total(one) > 0).map((one) => (
          <li key={one} data-by={one}>
            <Text size="sm" span>
              {t(`hours.by.${one}`, { count: total(one), number: formats.number(total(one)) })}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
