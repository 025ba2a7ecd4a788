/** A filter while it is being built: groups and conditions that may not be finished yet. */
import type { FieldMeta, Filter, Predicate } from "@/api/types";
import { asked, isComplete } from "./operators";
import { type Condition, groupOf, isCondition, isPredicate } from "./tree";

export const KINDS = ["all", "any", "none", "notAll"] as const;
export type Kind = (typeof KINDS)[number];

export interface ConditionNode {
  id: string;
  condition: Condition;
}

export interface GroupNode {
  id: string;
  kind: Kind;
  members: DraftNode[];
}

/** What a segment asks beside fields, as one whole. */
export interface PredicateNode {
  id: string;
  predicate: Predicate;
}

export type DraftNode = ConditionNode | GroupNode | PredicateNode;

export const isWhole = (node: DraftNode): node is PredicateNode => "predicate" in node;
export const isGroup = (node: DraftNode): node is GroupNode => "members" in node;

let made = 0;
const newId = () => `n${++made}`;

export const newCondition = (condition: Condition): ConditionNode => ({ id: newId(), condition });
export const newPredicate = (predicate: Predicate): PredicateNode => ({ id: newId(), predicate });
export const newGroup = (kind: Kind, members: DraftNode[]): GroupNode => ({ id: newId(), kind, members });

function nodeOf(filter: Filter): DraftNode {
  if (isCondition(filter)) return newCondition(filter);
  if (isPredicate(filter)) return newPredicate(filter);
  if ("not" in filter) {
    const inner = filter.not;
    const group = groupOf(inner);
    if (!group) return newGroup("none", [nodeOf(inner)]);
    return newGroup(group.kind === "any" ? "none" : "notAll", group.members.map(nodeOf));
  }
  const { kind, members } = groupOf(filter) ?? { kind: "all" as const, members: [] };
  return newGroup(kind, members.map(nodeOf));
}

/** The draft of a filter: always a group, so that one more condition has its place. */
export function draftOf(filter: Filter | undefined): GroupNode {
  const node = filter ? nodeOf(filter) : newGroup("all", []);
  return isGroup(node) ? node : newGroup("all", [node]);
}

type FieldOf = (path: string) => FieldMeta | undefined;

/** What a draft asks so far; a condition that is not finished asks nothing. */
export function filterOfDraft(node: DraftNode, fieldOf: FieldOf, isRoot = true): Filter | undefined {
  if (isWhole(node)) return node.predicate;
  if (!isGroup(node)) {
    const field = fieldOf(node.condition.field);
    return isComplete(node.condition) ? (field ? asked(field, node.condition) : node.condition) : undefined;
  }
  const members = node.members.flatMap((member) => filterOfDraft(member, fieldOf, false) ?? []);
  const [only] = members;
  if (!only) return undefined;
  switch (node.kind) {
    case "none":
      return { not: members.length === 1 ? only : { any: members } };
    case "notAll":
      return { not: { all: members } };
    default:
      return members.length === 1 && (isRoot || isCondition(only) || isPredicate(only))
        ? only
        : node.kind === "all"
          ? { all: members }
          : { any: members };
  }
}

/** A draft with one node changed, or taken out when the change answers null. */
export function changed(group: GroupNode, id: string, change: (node: DraftNode) => DraftNode | null): GroupNode {
  return {
    ...group,
    members: group.members.flatMap((member) => {
      if (member.id === id) return change(member) ?? [];
      return isGroup(member) ? changed(member, id, change) : member;
    }),
  };
}
