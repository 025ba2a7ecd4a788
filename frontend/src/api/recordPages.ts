/**
 * A list of records in pages, of which those far from the eye are let go: their ids stay, and where they begin, so that
 * the list is as long as it was, and each of them can be read again. A page begins where the one before it ends; one
 * that no longer does, because that one was read again and has changed, is read again as well once it is seen.
 */
import type { InfiniteData } from "@tanstack/react-query";
import type { Page, RecordRow } from "./types";

/** Where a page begins, and the how manieth it is. */
export interface PageStart {
  cursor: string;
  at: number;
}

export interface RecordPage extends Page<RecordRow> {
  /** The ids of a page whose records were let go. */
  gone?: readonly string[];
}

export type RecordPages = InfiniteData<RecordPage, PageStart>;

/** So many rows around those in sight are read again before somebody reaches them. */
const AHEAD = 100;
/** So many rows before the last one that is known, the next page is asked for. */
const BEFORE_THE_END = 40;
/** So many rows around those in sight stay. */
const STAYING = 200;
/** A list that has no more pages than this keeps them all. */
export const MOST_PAGES = 8;

export const FIRST_PAGE: PageStart = { cursor: "", at: 0 };

export const startAfter = (page: RecordPage, pages: readonly RecordPage[]): PageStart | null =>
  page.next_cursor ? { cursor: page.next_cursor, at: pages.length } : null;

export const idsOf = (page: RecordPage): readonly string[] => page.gone ?? page.items.map((record) => record.id);

export const pagesHeld = (data: RecordPages | undefined): number =>
  data?.pages.filter((page) => !page.gone).length ?? 0;

/** Where a page is to be read from; nothing when the list ends before it. */
export function startOf({ pages }: RecordPages, at: number): PageStart | null {
  if (at === 0) return FIRST_PAGE;
  const cursor = pages[at - 1]?.next_cursor;
  return cursor ? { cursor, at } : null;
}

const isToRead = ({ pages, pageParams }: RecordPages, at: number): boolean =>
  Boolean(pages[at]?.gone) || (at > 0 && pages[at - 1]?.next_cursor !== pageParams[at]?.cursor);

/** The rows of a list, those included whose records were let go. */
export interface Rows {
  pages: readonly RecordPage[];
  count: number;
  at(row: number): RecordRow | undefined;
  idAt(row: number): string | undefined;
  ids(): readonly string[];
  /** The page in which a row lies; of one beyond the list the nearest. */
  pageAt(row: number): number;
}

/** A record that has just moved from one page to another may still stand in both: the first one counts. */
function withoutTwins(pages: readonly RecordPage[]): readonly RecordPage[] {
  const seen = new Set<string>();
  return pages.map((page) => {
    const isTwin = page.items.map(({ id }) => seen.size === seen.add(id).size);
    return isTwin.includes(true) ? { ...page, items: page.items.filter((_, at) => !isTwin[at]) } : page;
  });
}

export function rowsOf(all: readonly RecordPage[]): Rows {
  const pages = withoutTwins(all);
  const ends: number[] = [];
  let count = 0;
  for (const page of pages) {
    count += page.gone?.length ?? page.items.length;
    ends.push(count);
  }
  const startsAt = (page: number) => ends[page - 1] ?? 0;
  let last = 0;
  const pageAt = (row: number) => {
    if (row >= startsAt(last) && row < (ends[last] ?? 0)) return last;
    let [low, high] = [0, Math.max(0, ends.length - 1)];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (row < (ends[middle] ?? 0)) high = middle;
      else low = middle + 1;
    }
    last = low;
    return low;
  };
  let ids: readonly string[] | undefined;
  return {
    pages,
    count,
    pageAt,
    at(row) {
      const page = pageAt(row);
      return pages[page]?.items[row - startsAt(page)];
    },
    idAt(row) {
      const page = pageAt(row);
      const within = row - startsAt(page);
      return pages[page]?.gone?.[within] ?? pages[page]?.items[within]?.id;
    },
    ids() {
      ids ??= pages.flatMap(idsOf);
      return ids;
    },
  };
}

/** Which page to read for somebody who sees these rows: first one in sight, then one near, then the next of the list. */
export function pageToRead(data: RecordPages, rows: Rows, first: number, end: number): number | undefined {
  for (const around of [0, AHEAD]) {
    const until = rows.pageAt(end - 1 + around);
    for (let at = rows.pageAt(first - around); at <= until; at += 1) if (isToRead(data, at)) return at;
  }
  return end > rows.count - BEFORE_THE_END && data.pages.at(-1)?.next_cursor ? data.pages.length : undefined;
}

/** Puts a page that has been read into its place; when the list has changed meanwhile, it has none. */
export function placed(data: RecordPages, start: PageStart, read: RecordPage): RecordPages {
  const { at, cursor } = start;
  if (startOf(data, at)?.cursor !== cursor) return data;
  const before = data.pages[at];
  const endsAlike = before?.next_cursor && read.next_cursor && idsOf(before).at(-1) === idsOf(read).at(-1);
  const page = endsAlike ? { ...read, next_cursor: before.next_cursor } : read;
  const goesOn = page.next_cursor ? at + 1 : data.pages.length;
  return {
    pages: [...data.pages.slice(0, at), page, ...data.pages.slice(goesOn)],
    pageParams: [...data.pageParams.slice(0, at), start, ...data.pageParams.slice(goesOn)],
  };
}

/** Lets go of the pages far from the rows in sight; the first one stays, and so does the one with the row of the cursor. */
export function letGo(data: RecordPages, rows: Rows, first: number, end: number, kept?: number): RecordPages {
  if (pagesHeld(data) <= MOST_PAGES) return data;
  const [from, until] = [rows.pageAt(first - STAYING), rows.pageAt(end - 1 + STAYING)];
  const stays = (at: number) =>
    at === 0 || (at >= from && at <= until) || (kept !== undefined && at === rows.pageAt(kept));
  if (data.pages.every((page, at) => page.gone || stays(at))) return data;
  return {
    ...data,
    pages: data.pages.map((page, at) => (page.gone || stays(at) ? page : { ...page, items: [], gone: idsOf(page) })),
  };
}
