import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from "react";
import type { FieldMeta } from "@/api/types";
import { kitOf } from "@/fields/registry";
import { useWords } from "@/i18n/useWords";
import type { CompiledObject } from "@/metadata/compile";
import { NARROWEST, useColumnWidths, WIDEST, within } from "./RecordListColumns";
import type { Lines } from "./RecordListLines";
import type { SelectionOfList } from "./RecordListSelection";
import classes from "./RecordTable.module.css";

interface Props {
  object: CompiledObject;
  columns: readonly FieldMeta[];
  sort: string | undefined;
  onSort(field: string): void;
  selection: SelectionOfList;
  lines: Lines;
  isFlexible: boolean;
}

export function TableHead({ object, columns, sort, onSort, selection, lines, isFlexible }: Props) {
  const { t } = useWords();
  const { ids, isAll } = selection.selection;
  const isFull = isAll || (ids.size > 0 && lines.ids().every((id) => ids.has(id)));
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" className={classes.tickHead}>
          <label className={classes.tickLabel}>
            <input
              type="checkbox"
              aria-label={t("list.selectAll")}
              checked={isFull}
              ref={(box) => {
                if (box) box.indeterminate = ids.size > 0 && !isFull;
              }}
              onChange={() => (isFull ? selection.clear() : selection.selectHere())}
            />
          </label>
        </th>
        {columns.map((field, at) => (
          <Head key={field.name} object={object} field={field} sort={sort} onSort={onSort}>
            {at === columns.length - 1 && <span data-edge="before" tabIndex={-1} />}
          </Head>
        ))}
        {!isFlexible && <td className={classes.head} />}
      </tr>
    </thead>
  );
}

type HeadProps = { field: FieldMeta; children: ReactNode } & Pick<Props, "object" | "sort" | "onSort">;

function Head({ object, field, sort, onSort, children }: HeadProps) {
  const { label } = useWords();
  const direction = sort === field.name ? "ascending" : sort === `-${field.name}` ? "descending" : undefined;
  return (
    <th scope="col" aria-sort={direction} data-align={kitOf(field).align} className={classes.head}>
      {field.sortable ? (
        <button type="button" className={classes.sort} onClick={() => onSort(field.name)}>
          <span className={classes.headText}>{label(field.label)}</span>
          {direction === "ascending" && <IconArrowUp size={14} aria-hidden />}
          {direction === "descending" && <IconArrowDown size={14} aria-hidden />}
        </button>
      ) : (
        <span className={classes.headText}>{label(field.label)}</span>
      )}
      <Grip object={object} field={field} />
      {children}
    </th>
  );
}

const KEY_STEP = 16;

/** The edge of a column: dragged, or moved by the arrow keys; a double click gives the first width back. */
function Grip({ object, field }: { object: CompiledObject; field: FieldMeta }) {
  const { t, label } = useWords();
  const { widthOf, setWidth } = useColumnWidths(object);
  const from = useRef<{ x: number; width: number; column: HTMLElement | null } | null>(null);
  const start = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    const head = event.currentTarget.closest("th");
    const column = head?.closest("table")?.querySelector<HTMLElement>(`col[data-field="${field.name}"]`) ?? null;
    from.current = { x: event.clientX, width: head?.offsetWidth ?? widthOf(field), column };
  };
  const widthAt = (event: PointerEvent) => within((from.current?.width ?? 0) + event.clientX - (from.current?.x ?? 0));
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (from.current?.column) from.current.column.style.width = `${widthAt(event)}px`;
  };
  const drop = (event: PointerEvent<HTMLElement>) => {
    if (from.current && event.clientX !== from.current.x) setWidth(field, widthAt(event));
    from.current = null;
  };
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === "ArrowRight" ? KEY_STEP : event.key === "ArrowLeft" ? -KEY_STEP : 0;
    if (!step) return;
    event.preventDefault();
    setWidth(field, (event.currentTarget.closest("th")?.offsetWidth ?? widthOf(field)) + step);
  };
  return (
    <span
      role="separator"
      aria-orientation="vertical"
      aria-label={t("list.width", { name: label(field.label) })}
      aria-valuenow={widthOf(field)}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      tabIndex={0}
      className={classes.grip}
      onPointerDown={start}
      onPointerMove={drag}
      onPointerUp={drop}
      onPointerCancel={() => {
        from.current = null;
      }}
      onDoubleClick={() => setWidth(field, kitOf(field).width)}
      onKeyDown={keys}
    />
  );
}
