import { useMemo } from "react";
import { useGroups } from "@/api/groups";
import { type RecordPage, rowsOf } from "@/api/recordPages";
import { useCount, useRecords } from "@/api/records";
import type { FieldMeta } from "@/api/types";
import type { CompiledObject } from "@/metadata/compile";
import { filterOf, type ListSearch, queryOf } from "./listState";

/** How many there are, or how many at least. */
export interface Count {
  count: number;
  isExact: boolean;
}

/** What has come of a list: its rows, and whether its end was reached. */
export function countOfPages(pages: readonly RecordPage[]): Count {
  return { count: rowsOf(pages).count, isExact: !pages.at(-1)?.next_cursor };
}

/** The records of all groups together; unknown where one may stand in several of them. */
export function countOfGroups(field: FieldMeta, items: readonly { count: number }[], isExact: boolean): Count | null {
  if (field.multiple || field.type === "multi_choice") return null;
  return { count: items.reduce((sum, item) => sum + item.count, 0), isExact };
}

/** What is known of a list with the help of the counter, which may be a moment behind the rows. */
export function withTotal(known: Count | null, total: { count: number; exact: boolean } | undefined): Count | null {
  if (known?.isExact || !total) return known;
  if (known && known.count > total.count) return known;
  return { count: total.count, isExact: total.exact };
}

/**
 * How many records a list has, as far as it can be told: by the pages and groups that the list itself reads, of which
 * this reads none, and for all records of an object by its counter once there are more than were read.
 */
export function useListCount(object: CompiledObject, search: ListSearch): Count | null {
  const field = search.group && !search.q ? object.fields.get(search.group) : undefined;
  const filter = filterOf(object, search);
  const list = useRecords(object.plural, queryOf(object, search), false);
  const groups = useGroups(object.plural, field?.name ?? "", filter, false);
  const read = field ? groups : list;
  const has = Boolean(read.data) && !read.isPlaceholderData;
  const known = useMemo(() => {
    if (!field) return list.data ? countOfPages(list.data.pages) : null;
    return groups.data ? countOfGroups(field, groups.data.items, groups.data.exact) : null;
  }, [field, list.data, groups.data]);
  const isCounted = has && !known?.isExact && !filter && !search.q;
  const total = useCount(object.plural, isCounted);
  if (!has || (isCounted && total.isPending)) return null;
  return withTotal(known, isCounted ? total.data : undefined);
}
