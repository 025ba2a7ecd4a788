/** Putting a record among what another one is linked to, and taking it out. Pure. */
import type { FieldMeta, RecordRow } from "@/api/types";
import type { LinkValue } from "@/fields/kit";
import { pairsOf } from "@/fields/linkNames";

const heldBy = (link: FieldMeta, record: RecordRow) => pairsOf(record[link.name] as LinkValue | null | undefined);

const written = (link: FieldMeta, pairs: ReturnType<typeof pairsOf>): unknown => {
  if (!pairs.length) return null;
  if (!link.multiple) return pairs[0]?.id ?? null;
  return link.attributes?.length ? pairs : pairs.map(({ id }) => id);
};

/** What the link of a new record holds that begins on the page of `id`. */
export function linkedTo(link: FieldMeta, id: string): unknown {
  return written(link, [{ id }]);
}

export function withLink(link: FieldMeta, record: RecordRow, id: string): unknown {
  const others = link.multiple ? heldBy(link, record).filter((pair) => pair.id !== id) : [];
  return written(link, [...others, { id }]);
}

export function withoutLink(link: FieldMeta, record: RecordRow, id: string): unknown {
  return written(
    link,
    heldBy(link, record).filter((pair) => pair.id !== id),
  );
}
