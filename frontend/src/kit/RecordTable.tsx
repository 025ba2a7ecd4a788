import { Skeleton, Text } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, useEffect, useMemo, useRef } from "react";
import type { FieldMeta, RecordRow } from "@/api/types";
import { FieldValue } from "@/fields/FieldValue";
import { kitOf } from "@/fields/registry";
import { useWords } from "@/i18n/useWords";
import { type CompiledObject, nameOf } from "@/metadata/compile";
import { RecordFlags } from "./RecordFlags";
import classes from "./RecordTable.module.css";

const ROW = 41;
const NAME_WIDTH = 240;

interface Props {
  object: CompiledObject;
  records: readonly RecordRow[];
  sort: string | undefined;
  onSort(field: string): void;
  isLoading: boolean;
  hasMore: boolean;
  onMore(): void;
}

/** A table that keeps only the rows on screen in the page, and asks for more near its end. */
export function RecordTable({ object, records, sort, onSort, isLoading, hasMore, onMore }: Props) {
  const { t, inner } = useWords();
  const scroll = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: records.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 10,
    useFlushSync: false,
  });
  const items = rows.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= records.length - 15) onMore();
  }, [hasMore, last, records.length, onMore]);
  const above = items[0]?.start ?? 0;
  const below = rows.getTotalSize() - (items.at(-1)?.end ?? 0);
  const name = object.fields.get(object.nameField);
  const columns = useMemo(() => object.columns.filter((field) => field !== name), [object, name]);
  return (
    <section
      ref={scroll}
      className={classes.scroll}
      tabIndex={0}
      aria-label={t("list.region", { name: inner(object.labelPlural) })}
    >
      <table className={classes.table} aria-rowcount={hasMore ? -1 : records.length}>
        <thead>
          <tr>
            {name && <Head field={name} width={NAME_WIDTH} sort={sort} onSort={onSort} />}
            {columns.map((field) => (
              <Head key={field.name} field={field} width={kitOf(field).width} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <tr aria-hidden style={{ height: above }} />}
          {items.map((item) => {
            const record = records[item.index];
            if (!record) return null;
            return <Row key={record.id} object={object} columns={columns} record={record} position={item.index + 2} />;
          })}
          {below > 0 && <tr aria-hidden style={{ height: below }} />}
          {isLoading &&
            Array.from({ length: records.length ? 2 : 10 }, (_, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: grey bars have no identity
              <tr key={`loading-${place}`} aria-hidden>
                <td colSpan={columns.length + 1} className={classes.cell}>
                  <Skeleton height={10} width={`${70 - (place % 4) * 12}%`} />
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      {!isLoading && hasMore && items.length === 0 && (
        <Text c="dimmed" p="md">
          {t("list.goingOn")}
        </Text>
      )}
    </section>
  );
}

interface RowProps {
  object: CompiledObject;
  columns: readonly FieldMeta[];
  record: RecordRow;
  position: number;
}

/** A row is drawn once, not at every step of a scroll. */
const Row = memo(function Row({ object, columns, record, position }: RowProps) {
  return (
    <tr className={classes.row} aria-rowindex={position}>
      <th scope="row" className={classes.name}>
        <div className={classes.nameCell}>
          <Link
            to="/records/$plural/$id"
            params={{ plural: object.plural, id: record.id }}
            className={classes.link}
            preload="intent"
          >
            {nameOf(record, object.nameField)}
          </Link>
          <RecordFlags record={record} />
        </div>
      </th>
      {columns.map((field) => (
        <td key={field.name} data-align={kitOf(field).align} className={classes.cell}>
          <FieldValue field={field} value={record[field.name]} record={record} short />
        </td>
      ))}
    </tr>
  );
});

function Head({ field, width, sort, onSort }: { field: FieldMeta; width: number } & Pick<Props, "sort" | "onSort">) {
  const { label } = useWords();
  const direction = sort === field.name ? "ascending" : sort === `-${field.name}` ? "descending" : undefined;
  return (
    <th scope="col" style={{ width }} aria-sort={direction} data-align={kitOf(field).align} className={classes.head}>
      {field.sortable ? (
        <button type="button" className={classes.sort} onClick={() => onSort(field.name)}>
          {label(field.label)}
          {direction === "ascending" && <IconArrowUp size={14} aria-hidden />}
          {direction === "descending" && <IconArrowDown size={14} aria-hidden />}
        </button>
      ) : (
        label(field.label)
      )}
    </th>
  );
}
