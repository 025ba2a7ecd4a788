/** Filters as trees of conditions: read from an address, taken apart for chips, put together again. */
import type { Filter, Predicate } from "@/api/types";

export type Condition = Extract<Filter, { field: string }>;
export type GroupKind = "all" | "any";
export type GroupFilter = { all: Filter[] } | { any: Filter[] };

const DEEPEST = 10;

export const isCondition = (filter: Filter): filter is Condition => "field" in filter;

/** What only a segment asks: of related records, of what happened, of another segment. */
export const isPredicate = (filter: Filter): filter is Predicate =>
  "related" in filter || "event" in filter || "segment" in filter;

/** A group's kind and members; undefined for a condition and a negation. */
export function groupOf(filter: Filter): { kind: GroupKind; members: Filter[] } | undefined {
  if (isPredicate(filter)) return undefined;
  if ("all" in filter) return { kind: "all", members: filter.all };
  return "any" in filter ? { kind: "any", members: filter.any } : undefined;
}

export function group(kind: GroupKind, members: Filter[]): Filter {
  return kind === "all" ? { all: members } : { any: members };
}

/** A tree that somebody may have typed into an address; what has not its shape is no filter. */
export function readFilter(raw: unknown, depth = 0): Filter | undefined {
  if (!raw || typeof raw !== "object" || depth > DEEPEST) return undefined;
  const node = raw as Record<string, unknown>;
  if (typeof node.field === "string") {
    const op = typeof node.op === "string" ? node.op : "eq";
    return node.value === undefined ? { field: node.field, op } : { field: node.field, op, value: node.value };
  }
  if (typeof node.segment === "string") return { segment: node.segment };
  for (const kind of ["all", "any"] as const) {
    const members = node[kind];
    if (!Array.isArray(members)) continue;
    const read = members.flatMap((member) => readFilter(member, depth + 1) ?? []);
    return read.length ? group(kind, read) : undefined;
  }
  const inner = readFilter(node.not, depth + 1);
  return inner && { not: inner };
}

/** What must all hold, one by one. */
export function conjuncts(filter: Filter | undefined): Filter[] {
  if (!filter) return [];
  return "all" in filter ? filter.all : [filter];
}

export function joined(members: readonly Filter[]): Filter | undefined {
  return members.length > 1 ? { all: [...members] } : members[0];
}

/**
 * A tree without the conditions on fields that are not there; `company.city` is asked of `company`. Of what segments
 * ask, a list asks who is in one; the rest takes reads for each record.
 */
export function pruned(filter: Filter | undefined, has: (name: string) => boolean): Filter | undefined {
  if (!filter) return undefined;
  if (isCondition(filter)) return has(filter.field.split(".")[0] ?? "") ? filter : undefined;
  if (isPredicate(filter)) return "segment" in filter ? filter : undefined;
  if ("not" in filter) {
    const inner = pruned(filter.not, has);
    return inner && { not: inner };
  }
  const { kind, members } = groupOf(filter) ?? { kind: "all" as const, members: [] };
  const kept = members.flatMap((member) => pruned(member, has) ?? []);
  return kept.length ? group(kind, kept) : undefined;
}

export function conditionsOf(filter: Filter | undefined): Condition[] {
  if (!filter) return [];
  if (isCondition(filter)) return [filter];
  return "not" in filter ? conditionsOf(filter.not) : (groupOf(filter)?.members ?? []).flatMap(conditionsOf);
}

/** The options chosen of one field, where the filter says no more of it than that. */
export function chosenOf(filter: Filter | undefined, name: string): string[] {
  const found = conjuncts(filter).find((one) => isCondition(one) && one.field === name && isChosen(one));
  if (!found || !isCondition(found)) return [];
  return (Array.isArray(found.value) ? found.value : [found.value]).map(String);
}

const isChosen = (condition: Condition) => condition.op === "eq" || condition.op === "in";

export function withChosen(filter: Filter | undefined, name: string, values: readonly string[]): Filter | undefined {
  const others = conjuncts(filter).filter((one) => !(isCondition(one) && one.field === name && isChosen(one)));
  if (!values.length) return joined(others);
  const condition =
    values.length === 1 ? { field: name, op: "eq", value: values[0] } : { field: name, op: "in", value: [...values] };
  return joined([...others, condition]);
}
