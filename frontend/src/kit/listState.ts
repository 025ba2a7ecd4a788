import type { Filter, RecordQuery } from "@/api/types";
import type { CompiledObject } from "@/metadata/compile";

/** What a list shows, as its address says it; a saved view is an address. */
export interface ListSearch {
  q?: string;
  sort?: string;
  view?: "table" | "board";
  /** Chosen options by field. */
  where?: Record<string, string[]>;
  pipeline?: string;
}

export const DEFAULT_SORT = "-updated_at";

export function readSearch(raw: Record<string, unknown>): ListSearch {
  const search: ListSearch = {};
  if (typeof raw.q === "string" || typeof raw.q === "number") search.q = String(raw.q);
  if (typeof raw.sort === "string") search.sort = raw.sort;
  if (raw.view === "table" || raw.view === "board") search.view = raw.view;
  if (typeof raw.pipeline === "string") search.pipeline = raw.pipeline;
  if (raw.where && typeof raw.where === "object") {
    const entries = Object.entries(raw.where as Record<string, unknown>)
      .map(([name, values]) => [name, Array.isArray(values) ? values.map(String) : []] as const)
      .filter(([, values]) => values.length);
    if (entries.length) search.where = Object.fromEntries(entries);
  }
  return search;
}

/** The conditions of the chosen options; what the object does not have is left out. */
export function filtersOf(object: CompiledObject, search: ListSearch): Filter[] {
  return Object.entries(search.where ?? {}).flatMap(([name, values]): Filter[] => {
    const field = object.filters.find((one) => one.name === name);
    if (!field || !values.length) return [];
    const typed = values.map((value) => (field.type === "boolean" ? value === "true" : value));
    return [typed.length === 1 ? { field: name, op: "eq", value: typed[0] } : { field: name, op: "in", value: typed }];
  });
}

export function queryOf(object: CompiledObject, search: ListSearch): RecordQuery {
  const filters = filtersOf(object, search);
  return {
    ...(search.q ? { q: search.q } : { sort: search.sort ?? DEFAULT_SORT }),
    ...(filters.length ? { filter: filters.length === 1 ? filters[0] : { all: filters } } : {}),
  } as RecordQuery;
}

/** The next order when a column's head is pressed: up, down, as it was. */
export function nextSort(current: string | undefined, field: string): string | undefined {
  if (current === field) return `-${field}`;
  return current === `-${field}` ? undefined : field;
}
