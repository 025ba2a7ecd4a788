import { type CSSProperties, useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { useMe } from "@/api/me";
import type { FieldMeta } from "@/api/types";
import { ReadingProvider } from "@/fields/reading";
import { useWords } from "@/i18n/useWords";
import { may } from "@/metadata/access";
import type { CompiledObject } from "@/metadata/compile";
import { ROW_HEIGHT, useDensity } from "./density";
import { useColumnWidths } from "./RecordListColumns";
import { useCursor } from "./RecordListCursor";
import type { GroupValue, Lines } from "./RecordListLines";
import type { SelectionOfList } from "./RecordListSelection";
import { type RowWindow, useRowWindow } from "./RecordListWindow";
import classes from "./RecordTable.module.css";
import { GroupRow, WaitingRow } from "./RecordTableGroup";
import { TableHead } from "./RecordTableHead";
import { Row } from "./RecordTableRow";

const HEAD = 36;

interface Props {
  object: CompiledObject;
  columns: readonly FieldMeta[];
  lines: Lines;
  /** The field whose values are the groups, if there are any. */
  group: FieldMeta | undefined;
  sort: string | undefined;
  hasMore: boolean;
  selection: SelectionOfList;
  onSort(field: string): void;
  onToggleGroup(value: GroupValue): void;
  /** Which lines are in the page, so that what is missing around them can be fetched; the one with the cursor stays. */
  onSee(first: number, end: number, kept?: number): void;
}

/**
 * A grid that keeps only the rows on screen in the page. A cell has the focus: arrows move it, Enter edits, Space ticks
 * the row. The row with the focus stays in the page wherever the list is scrolled to, so that the focus is never lost.
 */
export function RecordTable(props: Props) {
  const { object, columns, lines, group, hasMore, selection } = props;
  const { inner, t } = useWords();
  const me = useMe().user.id;
  const scroller = useRef<HTMLElement>(null);
  const height = ROW_HEIGHT[useDensity()];
  const rows = useRowWindow(scroller, { count: lines.count, row: height, head: HEAD });
  const { first, end } = rows.window;
  const widths = useColumnWidths(object);
  const cursor = useCursor({ object, columns, lines, selection, scroller, show: rows.show, page: rows.page });
  useLayoutEffect(() => cursor.takeFocus());
  const { onSee } = props;
  const kept = cursor.at?.line;
  useEffect(() => onSee(first, end, kept), [onSee, first, end, kept]);
  const mayEdit = may(object.permissions, "update");
  const shown = useMemo(() => linesToDraw({ first, end }, kept, lines.count), [first, end, kept, lines.count]);
  const total = columns.reduce((sum, field) => sum + widths.widthOf(field), 40);
  const isFlexible = columns.some(widths.isFlexible);
  const span = columns.length + (isFlexible ? 1 : 2);

  return (
    <section
      ref={scroller}
      className={classes.scroll}
      aria-label={t("list.region", { name: inner(object.labelPlural) })}
      style={{ "--row": `${height}px` } as CSSProperties}
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells take the focus
        role="grid"
        className={classes.table}
        style={{ minWidth: total }}
        aria-rowcount={hasMore ? -1 : lines.count + 1}
        aria-multiselectable
        {...cursor.handlers}
      >
        <colgroup>
          <col style={{ width: 40 }} />
          {columns.map((field) => (
            <col
              key={field.name}
              data-field={field.name}
              style={widths.isFlexible(field) ? undefined : { width: widths.widthOf(field) }}
            />
          ))}
          {!isFlexible && <col />}
        </colgroup>
        <TableHead
          object={object}
          columns={columns}
          sort={props.sort}
          onSort={props.onSort}
          selection={selection}
          lines={lines}
          isFlexible={isFlexible}
        />
        <ReadingProvider>
          <tbody>
            {shown.map((part) => {
              if (part.kind === "gap")
                return <tr key={part.key} aria-hidden className={classes.gap} style={{ height: part.rows * height }} />;
              const line = lines.at(part.line);
              if (!line) return null;
              const isHere = kept === part.line;
              if (line.kind === "waiting")
                return (
                  <WaitingRow
                    key={line.key}
                    span={span}
                    line={part.line}
                    cursor={isHere ? cursor.at?.column : undefined}
                  />
                );
              if (line.kind === "group")
                return (
                  <GroupRow
                    key={line.key}
                    group={line.group}
                    field={group}
                    span={span}
                    position={part.line + 2}
                    onToggle={props.onToggleGroup}
                  />
                );
              const { record } = line;
              return (
                <Row
                  key={line.key}
                  object={object}
                  columns={columns}
                  record={record}
                  line={part.line}
                  cursor={isHere ? (cursor.at?.column ?? 0) : -1}
                  isEntry={!cursor.at && part.line === cursor.entry}
                  isSelected={selection.selection.isAll || selection.selection.ids.has(record.id)}
                  mayEdit={mayEdit && may(object.permissions, "update", record, me)}
                  editing={cursor.editing?.id === record.id ? cursor.editing : null}
                  editor={cursor.editor}
                  onSelect={selection.toggle}
                />
              );
            })}
          </tbody>
        </ReadingProvider>
      </table>
      <div data-edge="after" tabIndex={-1} />
      <output className={classes.said} aria-live="polite">
        {cursor.said}
      </output>
    </section>
  );
}

type Part = { kind: "line"; line: number } | { kind: "gap"; key: string; rows: number };

/** The lines of the window and the one with the focus, with gaps as high as what is left out between them. */
export function linesToDraw(window: RowWindow, kept: number | undefined, count: number): Part[] {
  const wanted: number[] = [];
  const isOutside = kept !== undefined && kept < count && (kept < window.first || kept >= window.end);
  if (isOutside && kept < window.first) wanted.push(kept);
  for (let line = window.first; line < window.end; line++) wanted.push(line);
  if (isOutside && kept >= window.end) wanted.push(kept);
  const parts: Part[] = [];
  let next = 0;
  for (const line of wanted) {
    if (line > next) parts.push({ kind: "gap", key: `gap-${parts.length}`, rows: line - next });
    parts.push({ kind: "line", line });
    next = line + 1;
  }
  if (next < count) parts.push({ kind: "gap", key: "gap-end", rows: count - next });
  return parts;
}
