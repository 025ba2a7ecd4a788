import { Group, Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import type { FieldMeta, RecordRow } from "@/api/types";
import { FieldValue } from "@/fields/FieldValue";
import { isEmpty } from "@/fields/registry";
import { useWords } from "@/i18n/useWords";
import { RecordFlags } from "@/kit/RecordFlags";
import { type CompiledObject, nameOf } from "@/metadata/compile";
import classes from "./RecordCards.module.css";
import type { GroupValue, Line, Lines } from "./RecordListLines";
import type { SelectionOfList } from "./RecordListSelection";
import { GroupToggle } from "./RecordTableGroup";

interface Props {
  object: CompiledObject;
  columns: readonly FieldMeta[];
  lines: Lines;
  group: FieldMeta | undefined;
  selection: SelectionOfList;
  onToggleGroup(value: GroupValue): void;
  onSee(first: number, end: number): void;
}

const FIELDS_ON_A_CARD = 3;
const SIZE = 68;

/** A bare number, day or yes says nothing alone; an amount, a stage, a phone or a name is known when it is seen. */
const NEEDS_ITS_LABEL: ReadonlySet<string> = new Set([
  "boolean",
  "date",
  "date_time",
  "integer",
  "number",
  "percent",
  "rating",
]);

/** A record keeps the height that its card had, also while it is away. */
const keyOf = (line: Line | undefined) => (line?.kind === "group" ? line.key : (line?.id ?? line?.key));
const isGone = (line: Line) => line.kind === "waiting" && line.id !== undefined;

/** The list on a phone: what a table cannot show there, as cards. */
export function RecordCards({ object, columns, lines, group, selection, onToggleGroup, onSee }: Props) {
  const { t, inner } = useWords();
  const scroll = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: lines.count,
    getScrollElement: () => scroll.current,
    estimateSize: () => SIZE,
    getItemKey: (index) => keyOf(lines.at(index)) ?? index,
    overscan: 6,
    useFlushSync: false,
  });
  const items = rows.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const end = (items.at(-1)?.index ?? 0) + 1;
  useEffect(() => onSee(first, end), [onSee, first, end]);
  const fields = columns.filter((field) => field.name !== object.nameField && field.name !== "updated_at");
  return (
    <section
      ref={scroll}
      className={classes.scroll}
      tabIndex={0}
      aria-label={t("list.region", { name: inner(object.labelPlural) })}
    >
      <ul className={classes.list} style={{ height: rows.getTotalSize() }}>
        {items.map((item) => {
          const line = lines.at(item.index);
          if (!line) return null;
          return (
            <li
              key={line.key}
              ref={isGone(line) ? undefined : rows.measureElement}
              data-index={item.index}
              data-kind={line.kind}
              aria-hidden={line.kind === "waiting" || undefined}
              className={classes.card}
              style={{ transform: `translateY(${item.start}px)`, ...(isGone(line) ? { height: item.size } : {}) }}
            >
              {line.kind === "record" && (
                <Card object={object} fields={fields} record={line.record} selection={selection} />
              )}
              {line.kind === "group" && <GroupToggle group={line.group} field={group} onToggle={onToggleGroup} />}
              {line.kind === "waiting" && <Skeleton height={44} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface CardProps {
  object: CompiledObject;
  fields: readonly FieldMeta[];
  record: RecordRow;
  selection: SelectionOfList;
}

function Card({ object, fields, record, selection }: CardProps) {
  const { t, label } = useWords();
  const name = nameOf(record, object.nameField);
  const { ids, isAll } = selection.selection;
  const shown = fields.filter((field) => !isEmpty(field, record[field.name])).slice(0, FIELDS_ON_A_CARD);
  return (
    <>
      <Group gap="xs" wrap="nowrap">
        <label className={classes.tick}>
          <input
            type="checkbox"
            checked={isAll || ids.has(record.id)}
            aria-label={t("list.select", { name })}
            onChange={() => selection.toggle(record.id, false)}
          />
        </label>
        <Link to="/records/$plural/$id" params={{ plural: object.plural, id: record.id }} className={classes.link}>
          {name}
        </Link>
        <RecordFlags record={record} />
      </Group>
      {shown.length > 0 && (
        <dl className={classes.values}>
          {shown.map((field) => (
            <div key={field.name} className={classes.pair}>
              <dt className={classes.label} data-silent={!NEEDS_ITS_LABEL.has(field.type) || undefined}>
                {label(field.label)}
              </dt>
              <dd className={classes.value}>
                <FieldValue field={field} value={record[field.name]} record={record} short />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
