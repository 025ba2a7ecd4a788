import { useMaybeObject, useObjects } from "@/api/objects";
import { useMaybeRecord } from "@/api/records";
import type { FieldMeta, LinkRef, ObjectSummary, RecordRow } from "@/api/types";
import { nameOf } from "@/metadata/compile";
import type { LinkPair, LinkValue } from "./kit";

/** Names seen in pickers, so that what was just chosen shows its name before the server has told it. */
const seen = new Map<string, LinkRef>();

export function remember(refs: readonly LinkRef[]): void {
  for (const ref of refs) seen.set(ref.id, ref);
}

/** Of these, the ones that a picker has seen. */
export function seenAmong(ids: ReadonlySet<string>): LinkRef[] {
  return [...ids].flatMap((id) => seen.get(id) ?? []);
}

export function pairsOf(value: LinkValue | null | undefined): LinkPair[] {
  if (!value) return [];
  if (typeof value === "string") return [{ id: value }];
  return value.map((one) => (typeof one === "string" ? { id: one } : one));
}

/** The object that a link leads to; metadata names it by its singular. */
export function useTarget(field: FieldMeta): ObjectSummary | undefined {
  return useObjects().find((object) => object.name === field.to || object.plural === field.to);
}

/** What the linked record is called: as the record tells it, as a picker saw it, else by asking. */
export function useLinkRef(field: FieldMeta, id: string, record: RecordRow | undefined): LinkRef | undefined {
  const target = useTarget(field);
  const known = record?.links?.[field.name]?.find((ref) => ref.id === id) ?? seen.get(id);
  const meta = useMaybeObject(known ? undefined : target?.plural);
  const found = useMaybeRecord(known ? undefined : target?.plural, id);
  if (known) return known;
  return found && target ? { id, plural: target.plural, name: nameOf(found, meta?.nameField ?? "name") } : undefined;
}
