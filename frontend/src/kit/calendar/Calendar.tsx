import { ActionIcon, Button, Group, SegmentedControl, Text, Title, VisuallyHidden } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { useCalendar } from "@/api/calendar";
import { useMe } from "@/api/me";
import type { FieldMeta, RecordRow } from "@/api/types";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { useBoardDrag } from "@/kit/board/boardDrag";
import { openCreate } from "@/kit/form/create";
import { filterOf, type ListSearch } from "@/kit/list/listState";
import { dayIn } from "@/lib/dates";
import { may } from "@/metadata/access";
import { type CompiledObject, nameOf } from "@/metadata/compile";
import { showProblem } from "../notices";
import { useChange } from "../useChange";
import classes from "./Calendar.module.css";
import { DayList } from "./DayList";
import { addDays, addMonths, instantAt, movedTo, placeOf, weekOf, weeksOf } from "./days";
import { calendarField, entriesByDay, timeFields } from "./entries";
import { FoundBar } from "./FoundBar";
import { MonthGrid } from "./MonthGrid";
import { useFound } from "./useFound";

interface Props {
  object: CompiledObject;
  search: ListSearch;
  onChange(search: ListSearch): void;
}

const MOST_PAGES = 4;
const MORNING = "09:00:00";

/** The records of an object on their days, by any of its dates. */
export function Calendar(props: Props) {
  const field = calendarField(props.object, props.search.by);
  return field ? <Days key={field.name} {...props} field={field} /> : null;
}

function Days({ object, search, onChange, field }: Props & { field: FieldMeta }) {
  const { t, inner } = useWords("lists");
  const { user } = useMe();
  const formats = useFormats();
  const isPhone = useMediaQuery("(max-width: 48em)") ?? false;
  const change = useChange(object);
  const root = useRef<HTMLDivElement>(null);
  const live = useRef<HTMLDivElement>(null);
  const { timeZone, locale } = formats;
  const today = dayIn(new Date(), timeZone);
  const day = search.day ?? today;
  const span = search.span ?? "month";
  const firstDay = locale === "en-US" ? 0 : 1;
  const weeks = useMemo(
    () => (span === "week" ? [weekOf(day, firstDay)] : weeksOf(day, firstDay)),
    [day, span, firstDay],
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const end = timeFields(object).find((one) => one.name === search.end);
  const [from, to] = [weeks[0]?.[0] ?? day, weeks.at(-1)?.[6] ?? day];
  const list = useCalendar(object.plural, {
    by: field.name,
    ...(end ? { end: end.name } : {}),
    from,
    to,
    filter: filterOf(object, search),
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const pages = list.data?.pages.length ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && pages < MOST_PAGES) fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, pages, fetchNextPage]);
  const found = useFound(object, search, field, timeZone);
  const records = useMemo(
    () => found?.records ?? list.data?.pages.flatMap((page) => page.items) ?? [],
    [found, list.data],
  );
  const days = useMemo(
    () => entriesByDay(object, records, { field, end, timeZone }),
    [object, records, field, end, timeZone],
  );

  const isPlannable = !field.read_only;
  const create =
    isPlannable && may(object.permissions, "create")
      ? (on: string) =>
          openCreate({ plural: object.plural, given: { [field.name]: begun(field, on, timeZone) }, stay: true })
      : undefined;
  const isMovable = (record: RecordRow) => isPlannable && may(object.permissions, "update", record, user.id);
  const dayName = (one: string) =>
    new Intl.DateTimeFormat(locale, { timeZone: "UTC", weekday: "long", day: "numeric", month: "long" }).format(
      new Date(`${one}T00:00:00Z`),
    );

  const move = async (record: RecordRow, to: string) => {
    const from = placeOf(record[field.name], timeZone);
    const value = movedTo(record[field.name], to, timeZone);
    if (!from || value === undefined || from.day === to) return;
    const changes: Record<string, unknown> = { [field.name]: value };
    const until = end && !end.read_only ? placeOf(record[end.name], timeZone) : undefined;
    if (end && until) {
      const apart = (Date.parse(to) - Date.parse(from.day)) / 86_400_000;
      changes[end.name] = movedTo(record[end.name], addDays(until.day, apart), timeZone);
    }
    const name = nameOf(record, object.nameField);
    await change(record, changes, t("calendar.moved", { name, day: dayName(to) })).catch(showProblem);
    requestAnimationFrame(() => {
      if (document.activeElement === document.body)
        root.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(record.id)}"]`)?.focus();
    });
  };
  useBoardDrag({
    board: root,
    live,
    across: 7,
    words: {
      lifted: t("calendar.announceLift"),
      over: (name) => name,
      nowhere: t("calendar.announceNowhere"),
      stayed: t("calendar.stayed"),
      dropped: (name) => t("calendar.announceDrop", { day: name }),
    },
    onDrop: (id, to) => {
      const record = records.find((one) => one.id === id);
      if (record) move(record, to);
    },
  });

  const go = (to: string) => onChange({ ...search, day: to === today ? undefined : to });
  const goTo = (to: string) => {
    setChosen(to);
    go(to);
  };
  const step = (by: 1 | -1) => go(span === "week" ? addDays(day, 7 * by) : addMonths(`${day.slice(0, 7)}-01`, by));
  const title = new Intl.DateTimeFormat(locale, { timeZone: "UTC", month: "long", year: "numeric" }).format(
    new Date(`${day}T00:00:00Z`),
  );
  const shownDay = chosen ?? (weeks.flat().includes(today) ? today : day);
  return (
    <section
      className={classes.calendar}
      aria-label={t("calendar.region", { name: inner(object.labelPlural) })}
      aria-busy={found ? found.isLooking : list.isFetching}
    >
      <Group justify="space-between" pb="xs" gap="xs">
        <Group gap={4}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={t("calendar.previous")}
            onClick={() => step(-1)}
          >
            <IconChevronLeft size={18} />
          </ActionIcon>
          <ActionIcon variant="subtle" color="gray" size={32} aria-label={t("calendar.next")} onClick={() => step(1)}>
            <IconChevronRight size={18} />
          </ActionIcon>
          <Title order={2} fz="md" aria-live="polite">
            {title}
          </Title>
        </Group>
        <Group gap="xs">
          <Button variant="default" size="xs" onClick={() => go(today)}>
            {t("calendar.today")}
          </Button>
          <SegmentedControl
            size="xs"
            aria-label={t("calendar.span")}
            value={span}
            data={[
              { value: "month", label: t("calendar.month") },
              { value: "week", label: t("calendar.week") },
            ]}
            onChange={(next) => onChange({ ...search, span: next === "week" ? "week" : undefined })}
          />
        </Group>
      </Group>
      {found && <FoundBar object={object} search={search} found={found} from={from} to={to} onGo={goTo} />}
      <MonthGrid
        ref={root}
        object={object}
        title={title}
        weeks={weeks}
        month={span === "week" ? undefined : day.slice(0, 7)}
        today={today}
        days={days}
        isSmall={isPhone}
        chosen={isPhone ? shownDay : null}
        dayName={dayName}
        isMovable={isMovable}
        onChoose={setChosen}
        onCreate={create}
        onWeek={(on) => onChange({ ...search, day: on, span: "week" })}
      />
      {isPhone && (
        <DayList
          object={object}
          title={dayName(shownDay)}
          entries={days.get(shownDay) ?? []}
          onCreate={create && (() => create(shownDay))}
        />
      )}
      {!found && hasNextPage && pages >= MOST_PAGES && (
        <Group gap="xs" pt="xs">
          <Text size="sm" c="dimmed">
            {t("calendar.partial")}
          </Text>
          <Button variant="subtle" size="compact-sm" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
            {t("list.lookOn")}
          </Button>
        </Group>
      )}
      <VisuallyHidden id="calendar-instructions">{t("calendar.instructions")}</VisuallyHidden>
      <VisuallyHidden ref={live} aria-live="assertive" />
    </section>
  );
}

/** What a new record begins with on a day: the day itself, or its morning. */
function begun(field: FieldMeta, day: string, timeZone: string): unknown {
  if (field.type === "date") return day;
  return field.zoned ? { local: `${day}T${MORNING}`, time_zone: timeZone } : instantAt(day, MORNING, timeZone);
}
