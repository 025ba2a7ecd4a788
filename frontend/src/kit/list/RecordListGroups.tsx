import { useCallback, useEffect, useMemo, useState } from "react";
import { useGroups } from "@/api/groups";
import { useLongRecords } from "@/api/longRecords";
import { rowsOf } from "@/api/recordPages";
import type { FieldMeta, Filter, RecordQuery, RecordRow } from "@/api/types";
import type { CompiledObject } from "@/metadata/compile";
import { filterOf, type ListSearch, queryWith } from "./listState";
import { ListProblem, NoRecords } from "./RecordListEmpty";
import { type GroupHead, type GroupRows, type GroupValue, groupedLines } from "./RecordListLines";
import { RecordListShown } from "./RecordListShown";

interface Props {
  object: CompiledObject;
  search: ListSearch;
  onChange(search: ListSearch): void;
  field: FieldMeta;
}

interface Feed extends GroupRows {
  see(first: number, end: number, kept?: number): void;
}

/** Fields that sort records into a few heaps. */
export const groupable = (object: CompiledObject): FieldMeta[] => object.filters;

const conditionOf = (field: FieldMeta, value: GroupValue): Filter =>
  value === null ? { field: field.name, op: "empty" } : { field: field.name, op: "eq", value };

/**
 * A list in groups: the server counts them, and each is read when it comes into sight. A record whose value has just
 * been changed stands in its new group before the server has been asked again.
 */
export function GroupedList({ object, search, onChange, field }: Props) {
  const groups = useGroups(object.plural, field.name, filterOf(object, search));
  const [closed, setClosed] = useState<ReadonlySet<GroupValue>>(new Set());
  const [wanted, setWanted] = useState<ReadonlySet<GroupValue>>(new Set());
  const [feeds, setFeeds] = useState<ReadonlyMap<GroupValue, Feed>>(new Map());

  const heads = useMemo<GroupHead[]>(
    () =>
      (groups.data?.items ?? [])
        .filter((item) => item.count > 0)
        .map((item) => ({
          value: item.value as GroupValue,
          count: item.count,
          isExact: groups.data?.exact ?? true,
          isOpen: !closed.has(item.value as GroupValue),
        })),
    [groups.data, closed],
  );
  const lines = useMemo(() => groupedLines(heads, settled(field, feeds)), [heads, field, feeds]);

  const see = useCallback(
    (first: number, end: number, kept?: number) => {
      const inSight = new Map<GroupValue, { first: number; end: number }>();
      for (let at = first; at < end; at++) {
        const place = lines.placeAt(at);
        if (place && place.row >= 0)
          inSight.set(place.value, { first: inSight.get(place.value)?.first ?? place.row, end: place.row + 1 });
      }
      setWanted((before) =>
        [...inSight.keys()].every((value) => before.has(value)) ? before : new Set([...before, ...inSight.keys()]),
      );
      const cursor = kept === undefined ? undefined : lines.placeAt(kept);
      for (const [value, own] of inSight)
        feeds.get(value)?.see(own.first, own.end, cursor?.value === value ? cursor.row : undefined);
    },
    [lines, feeds],
  );
  const keep = useCallback(
    (value: GroupValue, feed: Feed) => setFeeds((before) => new Map(before).set(value, feed)),
    [],
  );
  const toggle = (value: GroupValue) =>
    setClosed((before) => {
      const next = new Set(before);
      if (!next.delete(value)) next.add(value);
      return next;
    });

  if (groups.isError && !groups.data) return <ListProblem problem={groups.error} onRetry={() => groups.refetch()} />;
  if (groups.isSuccess && !heads.length) return <NoRecords object={object} search={search} onChange={onChange} />;
  return (
    <>
      {heads
        .filter((head) => head.isOpen && wanted.has(head.value))
        .map((head) => (
          <GroupFeed
            key={String(head.value)}
            plural={object.plural}
            query={queryWith(object, search, [conditionOf(field, head.value)])}
            value={head.value}
            onRows={keep}
          />
        ))}
      <RecordListShown
        object={object}
        search={search}
        onChange={onChange}
        lines={lines}
        group={field}
        hasMore={heads.some((head) => feeds.get(head.value)?.hasMore ?? true)}
        onToggleGroup={toggle}
        onSee={see}
      />
    </>
  );
}

interface FeedProps {
  plural: string;
  query: RecordQuery;
  value: GroupValue;
  onRows(value: GroupValue, feed: Feed): void;
}

/** Reads the pages of one group; it draws nothing. */
function GroupFeed({ plural, query, value, onRows }: FeedProps) {
  const { list, rows, see } = useLongRecords(plural, query);
  const { hasNextPage, isPending } = list;
  useEffect(() => {
    if (!isPending) onRows(value, { rows, hasMore: hasNextPage, see });
  }, [rows, hasNextPage, isPending, see, onRows, value]);
  return null;
}

/** The rows of each group as their values are now, however the server handed them out a moment ago. */
function settled(field: FieldMeta, feeds: ReadonlyMap<GroupValue, Feed>): (value: GroupValue) => GroupRows | undefined {
  if (field.multiple || field.type === "multi_choice") return (value) => feeds.get(value);
  const groupOf = (record: RecordRow) => (record[field.name] ?? null) as GroupValue;
  const strays = new Map<GroupValue, RecordRow[]>();
  const settled = new Map<GroupValue, GroupRows>(feeds);
  for (const [value, { rows, hasMore }] of feeds) {
    const gone = rows.pages.flatMap((page) => page.items.filter((record) => groupOf(record) !== value));
    if (!gone.length) continue;
    for (const record of gone) strays.set(groupOf(record), [...(strays.get(groupOf(record)) ?? []), record]);
    const pages = rows.pages.map((page) => ({
      ...page,
      items: page.items.filter((record) => groupOf(record) === value),
    }));
    settled.set(value, { rows: rowsOf(pages), hasMore });
  }
  for (const [value, come] of strays) {
    const there = settled.get(value);
    if (!there) continue;
    const known = new Set(there.rows.ids());
    const items = come.filter((record) => !known.has(record.id));
    settled.set(value, { ...there, rows: rowsOf([{ items, next_cursor: null }, ...there.rows.pages]) });
  }
  return (value) => settled.get(value);
}
