/** Rules on fields: what of a tree somebody is still editing is asked. */
import type { Filter } from "@/api/types";
import { isComplete } from "@/kit/filters/operators";
import { group, groupOf, isCondition } from "@/kit/filters/tree";

const isGiven = (value: unknown) => value !== null && value !== undefined && value !== "";

/** A rule without the conditions that nobody has finished; null when nothing is left. */
export function finished(filter: Filter | null | undefined): Filter | null {
  if (!filter) return null;
  if (isCondition(filter)) {
    if (!isComplete(filter)) return null;
    return Array.isArray(filter.value) ? { ...filter, value: filter.value.filter(isGiven) } : filter;
  }
  const found = groupOf(filter);
  if (!found) return filter;
  const members = found.members.flatMap((member) => finished(member) ?? []);
  const [only] = members;
  return members.length > 1 ? group(found.kind, members) : (only ?? null);
}
