import { Group, Skeleton, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import type { RecordRow } from "@/api/types";
import { FieldValue } from "@/fields/FieldValue";
import { isEmpty } from "@/fields/registry";
import { useWords } from "@/i18n/useWords";
import { type CompiledObject, nameOf } from "@/metadata/compile";
import classes from "./RecordCards.module.css";
import { RecordFlags } from "./RecordFlags";

interface Props {
  object: CompiledObject;
  records: readonly RecordRow[];
  isLoading: boolean;
  hasMore: boolean;
  onMore(): void;
}

const FIELDS_ON_A_CARD = 3;
const SIZE = 96;

/** The list on a phone: what a table cannot show there, as cards. */
export function RecordCards({ object, records, isLoading, hasMore, onMore }: Props) {
  const { t, label, inner } = useWords();
  const scroll = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: records.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => SIZE,
    overscan: 6,
    useFlushSync: false,
  });
  const items = rows.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= records.length - 10) onMore();
  }, [hasMore, last, records.length, onMore]);
  const columns = object.columns.filter((field) => field.name !== object.nameField && field.name !== "updated_at");
  return (
    <section
      ref={scroll}
      className={classes.scroll}
      tabIndex={0}
      aria-label={t("list.region", { name: inner(object.labelPlural) })}
    >
      <ul className={classes.list} style={{ height: rows.getTotalSize() }}>
        {items.map((item) => {
          const record = records[item.index];
          if (!record) return null;
          return (
            <li
              key={record.id}
              ref={rows.measureElement}
              data-index={item.index}
              className={classes.card}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <Group gap="xs" wrap="nowrap">
                <Link
                  to="/records/$plural/$id"
                  params={{ plural: object.plural, id: record.id }}
                  className={classes.link}
                >
                  {nameOf(record, object.nameField)}
                </Link>
                <RecordFlags record={record} />
              </Group>
              {columns
                .filter((field) => !isEmpty(field, record[field.name]))
                .slice(0, FIELDS_ON_A_CARD)
                .map((field) => (
                  <Group key={field.name} gap="xs" wrap="nowrap" fz="sm">
                    <Text c="dimmed" size="xs" w={84} flex="none" truncate="end">
                      {label(field.label)}
                    </Text>
                    <div className={classes.value}>
                      <FieldValue field={field} value={record[field.name]} record={record} short />
                    </div>
                  </Group>
                ))}
            </li>
          );
        })}
      </ul>
      {isLoading && (
        <Stack p="md" aria-hidden>
          <Skeleton height={72} />
          <Skeleton height={72} />
        </Stack>
      )}
    </section>
  );
}
