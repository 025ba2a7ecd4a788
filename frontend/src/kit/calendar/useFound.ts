import { useEffect, useMemo } from "react";
import { useRecords } from "@/api/records";
import type { FieldMeta, RecordRow } from "@/api/types";
import { type ListSearch, queryOf } from "@/kit/list/listState";
import type { CompiledObject } from "@/metadata/compile";
import { placeOf } from "./days";

const MOST_PAGES = 4;

export interface Found {
  records: readonly RecordRow[];
  /** The days on which something begins that was found, the first one first. */
  days: readonly string[];
  /** How many lie on no day. */
  nowhere: number;
  isLooking: boolean;
  /** Whether more would be found than are shown. */
  hasMore: boolean;
}

/** What a search finds, wherever in time it lies; nothing while nobody searches. */
export function useFound(
  object: CompiledObject,
  search: ListSearch,
  field: FieldMeta,
  timeZone: string,
): Found | undefined {
  const list = useRecords(object.plural, queryOf(object, search), Boolean(search.q));
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const pages = list.data?.pages.length ?? 0;
  useEffect(() => {
    if (search.q && hasNextPage && !isFetchingNextPage && pages < MOST_PAGES) fetchNextPage();
  }, [search.q, hasNextPage, isFetchingNextPage, pages, fetchNextPage]);
  return useMemo(() => {
    if (!search.q) return undefined;
    const records = list.data?.pages.flatMap((page) => page.items) ?? [];
    const days = records.flatMap((record) => placeOf(record[field.name], timeZone)?.day ?? []);
    return {
      records,
      days: [...new Set(days)].sort(),
      nowhere: records.length - days.length,
      isLooking: list.isFetching && (hasNextPage || !list.data || list.isPlaceholderData),
      hasMore: hasNextPage && pages >= MOST_PAGES,
    };
  }, [search.q, list.data, list.isFetching, list.isPlaceholderData, hasNextPage, pages, field.name, timeZone]);
}
