import { ActionIcon } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { Ref } from "react";
import type { RecordRow } from "@/api/types";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import type { CompiledObject } from "@/metadata/compile";
import classes from "./Calendar.module.css";
import type { Entry } from "./entries";

interface Props {
  ref: Ref<HTMLDivElement>;
  object: CompiledObject;
  title: string;
  weeks: readonly string[][];
  /** The month in the foreground; a week has none. */
  month: string | undefined;
  today: string;
  days: ReadonlyMap<string, Entry[]>;
  /** On a phone a day shows how many there are, and is pressed to see which. */
  isSmall: boolean;
  chosen: string | null;
  dayName(day: string): string;
  isMovable(record: RecordRow): boolean;
  onChoose(day: string): void;
  onCreate: ((day: string) => void) | undefined;
  onWeek(day: string): void;
}

const IN_A_MONTH = 3;
const DOTS = 3;

export function MonthGrid(props: Props) {
  const { ref, title, weeks, month, isSmall } = props;
  const { locale } = useFormats();
  const heads = weeks[0] ?? [];
  const weekday = (day: string, style: "short" | "long") =>
    new Intl.DateTimeFormat(locale, { timeZone: "UTC", weekday: style }).format(new Date(`${day}T00:00:00Z`));
  return (
    <div ref={ref} className={classes.frame} data-small={isSmall || undefined}>
      <table className={classes.grid} aria-label={title} data-week={month ? undefined : ""}>
        <thead>
          <tr>
            {heads.map((day) => (
              <th key={day} scope="col" abbr={weekday(day, "long")}>
                {weekday(day, "short")}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <Day key={day} {...props} day={day} entries={props.days.get(day) ?? []} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface DayProps extends Props {
  day: string;
  entries: Entry[];
}

function Day({ day, entries, month, today, dayName, onCreate, ...props }: DayProps) {
  const { t } = useWords("lists");
  const { object, isSmall, chosen, isMovable, onChoose, onWeek } = props;
  const shown = month ? entries.slice(0, entries.length > IN_A_MONTH + 1 ? IN_A_MONTH : IN_A_MONTH + 1) : entries;
  const number = Number(day.slice(8));
  const shared = {
    "data-column": day,
    "data-name": dayName(day),
    "data-today": day === today || undefined,
    "data-other": (month && !day.startsWith(month)) || undefined,
    className: classes.day,
  };
  if (isSmall)
    return (
      <td {...shared}>
        <button
          type="button"
          className={classes.pick}
          aria-pressed={day === chosen}
          aria-label={t("calendar.dayHolds", { day: dayName(day), number, count: entries.length })}
          onClick={() => onChoose(day)}
        >
          <span className={classes.number}>{number}</span>
          <span className={classes.dots} aria-hidden>
            {entries.slice(0, DOTS).map((entry) => (
              <span key={entry.record.id} className={classes.dot} />
            ))}
          </span>
        </button>
      </td>
    );
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button beside the number does the same
    <td
      {...shared}
      data-creates={onCreate ? "" : undefined}
      onClick={(event) => event.target === event.currentTarget && onCreate?.(day)}
    >
      <div className={classes.dayHead}>
        <time dateTime={day} className={classes.number}>
          {number}
        </time>
        {onCreate && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            className={classes.add}
            aria-label={t("calendar.createOn", { day: dayName(day) })}
            onClick={() => onCreate(day)}
          >
            <IconPlus size={14} />
          </ActionIcon>
        )}
      </div>
      {shown.length > 0 && (
        <ul className={classes.entries}>
          {shown.map((entry) => (
            <EntryItem key={entry.record.id} object={object} entry={entry} isMovable={isMovable(entry.record)} />
          ))}
        </ul>
      )}
      {entries.length > shown.length && (
        <button type="button" className={classes.more} onClick={() => onWeek(day)}>
          {t("calendar.more", { count: entries.length - shown.length })}
        </button>
      )}
    </td>
  );
}

function EntryItem({ object, entry, isMovable }: { object: CompiledObject; entry: Entry; isMovable: boolean }) {
  const { record, name, time, isStart } = entry;
  const canMove = isMovable && isStart;
  return (
    <li
      className={classes.entry}
      data-card={isStart ? record.id : undefined}
      data-movable={canMove || undefined}
      data-late={record.flags?.overdue || undefined}
      aria-label={time ? `${time} ${name}` : name}
      aria-describedby={canMove ? "calendar-instructions" : undefined}
      tabIndex={canMove ? 0 : undefined}
    >
      {time && <span className={classes.time}>{time}</span>}
      <Link
        to="/records/$plural/$id"
        params={{ plural: object.plural, id: record.id }}
        className={classes.name}
        draggable={false}
        title={name}
        tabIndex={canMove ? -1 : undefined}
      >
        {name}
      </Link>
    </li>
  );
}
