import type { Filter, RecordQuery } from "@/api/types";
import { conjuncts, joined, pruned, readFilter, withChosen } from "@/kit/filters/tree";
import type { CompiledObject } from "@/metadata/compile";

export type Layout = "list" | "board" | "calendar";
export const LAYOUTS: readonly Layout[] = ["list", "board", "calendar"];

/** What a list shows, all told: what its address says over what the saved view says. */
export interface ListSearch {
  q?: string | undefined;
  sort?: string | undefined;
  layout?: Layout | undefined;
  /** The saved view that this list began with. */
  saved?: string | undefined;
  filter?: Filter | undefined;
  columns?: string[] | undefined;
  /** The field whose values are the groups of a list. */
  group?: string | undefined;
  /** The field whose options are a board's columns, or whose days place the records in a calendar. */
  by?: string | undefined;
  /** The field that says until when, in a calendar. */
  end?: string | undefined;
  pipeline?: string | undefined;
  /** A day of the stretch that a calendar shows. */
  day?: string | undefined;
  span?: "month" | "week" | undefined;
}

/** An address says only what differs from its saved view; null takes a part of the view away. */
export type ListAddress = { [Part in keyof ListSearch]: ListSearch[Part] | null };

/** The parts of a list that a saved view keeps. */
export const VIEW_PARTS = ["layout", "filter", "sort", "columns", "group", "by", "end"] as const;
export type ViewPart = (typeof VIEW_PARTS)[number];
export type ViewParts = Pick<ListSearch, ViewPart>;

/** The address of a list without any view, where the role would begin with one. */
export const NO_VIEW = "all";
export const DEFAULT_SORT = "-updated_at";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const text = (value: unknown) => (typeof value === "string" && value ? value : undefined);
const names = (value: unknown) =>
  Array.isArray(value) && value.length && value.every((one) => typeof one === "string") ? value : undefined;
const layout = (value: unknown) => LAYOUTS.find((one) => one === value);

const READERS: { [Part in keyof Required<ListSearch>]: (value: unknown) => ListSearch[Part] } = {
  q: (value) => (typeof value === "number" ? String(value) : text(value)),
  sort: text,
  layout,
  saved: text,
  filter: readFilter,
  columns: names,
  group: text,
  by: text,
  end: text,
  pipeline: text,
  day: (value) => (typeof value === "string" && DAY.test(value) ? value : undefined),
  span: (value) => (value === "week" || value === "month" ? value : undefined),
};

/** Reads an address leniently: what is not understood is left out, and what addresses once said is still read. */
export function readSearch(raw: Record<string, unknown>): ListAddress {
  const isGone = (part: string) => raw[part] === null && (VIEW_PARTS as readonly string[]).includes(part);
  const read = Object.entries(READERS).map(([part, reader]) => [part, isGone(part) ? null : reader(raw[part])]);
  const address: ListAddress = Object.fromEntries(read.filter(([, value]) => value !== undefined));
  if (raw.view === "board" || raw.view === "table") address.layout ??= raw.view === "board" ? "board" : "list";
  if (raw.where && typeof raw.where === "object" && !address.filter)
    for (const [name, values] of Object.entries(raw.where))
      if (Array.isArray(values)) address.filter = withChosen(address.filter ?? undefined, name, values.map(String));
  if (address.filter === undefined) delete address.filter;
  return address;
}

/** The list that an address means, over the parts of its saved view. */
export function searchOf(address: ListAddress, view: ViewParts = {}): ListSearch {
  const own = Object.entries(address).filter(([, value]) => value !== undefined);
  const all = Object.entries({ ...view, ...Object.fromEntries(own) });
  return Object.fromEntries(all.filter(([, value]) => value !== null && value !== undefined));
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** The shortest address of a list, given its saved view. */
export function addressOf(search: ListSearch, view: ViewParts = {}): ListAddress {
  const address: ListAddress = { ...search };
  for (const part of VIEW_PARTS) {
    if (same(search[part] ?? undefined, view[part] ?? undefined)) delete address[part];
    else if (search[part] === undefined) address[part] = null;
  }
  return Object.fromEntries(Object.entries(address).filter(([, value]) => value !== undefined && value !== ""));
}

/** Whether somebody changed the list since they opened its view. */
export function isChanged(address: ListAddress): boolean {
  return VIEW_PARTS.some((part) => address[part] !== undefined);
}

/** The conditions of a list that its object can still answer. */
export function filterOf(object: CompiledObject, search: ListSearch): Filter | undefined {
  return pruned(search.filter, (name) => object.fields.has(name));
}

/** Whether the list shows less than all there is. */
export const isNarrowed = (search: ListSearch) => Boolean(search.q || search.filter);

/** The order of a list; one that its object cannot have is none. */
export function sortOf(object: CompiledObject, search: ListSearch): string {
  const field = object.fields.get(search.sort?.replace(/^-/, "") ?? "");
  return search.sort && field?.sortable ? search.sort : DEFAULT_SORT;
}

export function queryOf(object: CompiledObject, search: ListSearch): RecordQuery {
  const filter = filterOf(object, search);
  return {
    ...(search.q ? { q: search.q } : { sort: sortOf(object, search) }),
    ...(filter ? { filter } : {}),
  };
}

/** The query of those records of a list that also meet more conditions. */
export function queryWith(object: CompiledObject, search: ListSearch, more: readonly Filter[]): RecordQuery {
  return queryOf(object, { ...search, filter: joined([...more, ...conjuncts(search.filter)]) });
}

/** The next order when a column's head is pressed: up, down, as it was. */
export function nextSort(current: string | undefined, field: string): string | undefined {
  if (current === field) return `-${field}`;
  return current === `-${field}` ? undefined : field;
}
