/**
 * What a role says, while an administrator changes it. An object either has a line of its own or follows a common one:
 * what the company agrees on together has its own common line, everything else the line of all other objects.
 */
import type { Definition, DefinitionChange, Extent, FieldRule, Rights } from "@/api/roles";
import type { Action } from "@/api/types";
import { sameValue } from "@/metadata/sameValue";

export const ACTIONS: readonly Action[] = ["read", "create", "update", "delete", "export"];
export const EXTENTS: readonly Extent[] = ["none", "own", "team", "all"];
export const REST = "*";
export const MANAGED = "*managed";

/** A line of the matrix: an object, or one of the two common lines. */
export interface Line {
  plural: string;
  managed: boolean;
  /** Nobody's own, and no records: a role reaches all of them or none. */
  isWhole?: boolean;
}

/** How far a role may go with a field. */
export type FieldAccess = "write" | "read" | "none";

const NOTHING: Rights = { read: "none", create: "none", update: "none", delete: "none", export: "none" };
const NO_LINES: Definition["fields"][string] = {};

/** The line that an object follows: its own, or the common one. */
export function followed(definition: Definition, line: Line): string {
  if (definition.objects[line.plural]) return line.plural;
  return line.managed && line.plural !== MANAGED && definition.objects[MANAGED] ? MANAGED : REST;
}

export function rightsOf(definition: Definition, line: Line): Rights {
  const rights = definition.objects[followed(definition, line)] ?? NOTHING;
  if (!line.isWhole) return rights;
  return Object.fromEntries(ACTIONS.map((action) => [action, rights[action] === "all" ? "all" : "none"])) as Rights;
}

const least = (one: Extent, other: Extent): Extent => (EXTENTS.indexOf(one) < EXTENTS.indexOf(other) ? one : other);

/** Whether an action may reach so far: nobody changes, deletes or exports what they do not see. */
export function isWithin(rights: Rights, action: Action, extent: Extent): boolean {
  return action === "read" || action === "create" || least(extent, rights.read) === extent;
}

/** Gives a line another reach; one that followed a common line gets its own, and seeing less takes the rest along. */
export function withRight(definition: Definition, line: Line, action: Action, extent: Extent): Definition {
  const rights = { ...rightsOf(definition, line), [action]: extent };
  if (action === "read")
    for (const other of ["update", "delete", "export"] as const) rights[other] = least(rights[other], extent);
  if (rights.read === "none") rights.create = "none";
  return { ...definition, objects: { ...definition.objects, [line.plural]: rights } };
}

/** Lets an object follow the common line again. */
export function withoutLine(definition: Definition, plural: string): Definition {
  const { [plural]: _, ...objects } = definition.objects;
  return { ...definition, objects };
}

export function accessTo(definition: Definition, plural: string, field: string): FieldAccess {
  const rule = definition.fields[plural]?.[field];
  if (!rule) return "write";
  return rule.read ? (rule.write ? "write" : "read") : "none";
}

export function withField(definition: Definition, plural: string, field: string, access: FieldAccess): Definition {
  const { [field]: _, ...others } = definition.fields[plural] ?? NO_LINES;
  const rule: FieldRule = { read: access !== "none", write: false };
  const rules = access === "write" ? others : { ...others, [field]: rule };
  const { [plural]: __, ...rest } = definition.fields;
  return { ...definition, fields: Object.keys(rules).length > 0 ? { ...rest, [plural]: rules } : rest };
}

export const limitedFields = (definition: Definition, plural: string): number =>
  Object.keys(definition.fields[plural] ?? NO_LINES).length;

function changed<T>(before: Record<string, T>, after: Record<string, T>): Record<string, T | null> {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return Object.fromEntries(
    [...names].filter((name) => !sameValue(before[name], after[name])).map((name) => [name, after[name] ?? null]),
  );
}

/** What to send so that a role that says `before` says `after`. */
export function changeOf(before: Definition, after: Definition): DefinitionChange {
  const objects = changed(before.objects, after.objects);
  const fields = changed(before.fields, after.fields);
  return {
    ...(sameValue(before.label, after.label) ? {} : { label: after.label }),
    ...(Object.keys(objects).length > 0 ? { objects } : {}),
    ...(Object.keys(fields).length > 0 ? { fields } : {}),
  };
}

function differing(one: Record<string, unknown> = {}, other: Record<string, unknown> = {}): number {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((name) => !sameValue(one[name], other[name]))
    .length;
}

/** How many single rights and fields differ. */
export function countChanges(before: Definition, after: Definition): number {
  const each = (one: Record<string, object>, other: Record<string, object>) =>
    [...new Set([...Object.keys(one), ...Object.keys(other)])].reduce(
      (sum, name) => sum + differing(one[name] as Record<string, unknown>, other[name] as Record<string, unknown>),
      0,
    );
  return each(before.objects, after.objects) + each(before.fields, after.fields);
}

/** A key for a role of that name, which none of the others has. */
export function keyFor(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "")
    .slice(0, 36);
  const base = plain || "role";
  for (let at = 1; ; at += 1) {
    const key = at === 1 ? base : `${base}_${at}`;
    if (!taken.includes(key)) return key;
  }
}
