import { useQueryClient } from "@tanstack/react-query";
import { objectQuery } from "@/api/objects";
import { recordQuery } from "@/api/records";
import type { FieldMeta, RecordRow } from "@/api/types";
import { compile } from "@/metadata/compile";
import type { LineValue } from "../kit";
import { useTarget } from "../linkNames";

/**
 * What a line takes over from the record that it is about, as an order takes a product's name and price: into its empty
 * columns, from the field of the same name, and the price from the only kind of money there is.
 */
export function useLinkedValues(columns: readonly FieldMeta[]) {
  const client = useQueryClient();
  const about = columns.find((column) => column.type === "link" && !column.multiple);
  const target = useTarget(about ?? { name: "", type: "link", label: { es: "", en: "" } });
  return async (column: FieldMeta, id: unknown): Promise<LineValue> => {
    if (!about || column.name !== about.name || typeof id !== "string" || !target) return {};
    const [document, record] = await Promise.all([
      client.ensureQueryData(objectQuery(target.plural)),
      client.ensureQueryData(recordQuery(target.plural, id)),
    ]);
    return takenOver(columns, [...compile(document).fields.values()], record);
  };
}

export function takenOver(columns: readonly FieldMeta[], fields: readonly FieldMeta[], record: RecordRow): LineValue {
  const taken: LineValue = {};
  for (const column of columns) {
    if (column.type === "link") continue;
    const same = fields.find((field) => field.name === column.name && field.type === column.type);
    const source = same ?? (column.type === "money" ? fields.find((field) => field.type === "money") : undefined);
    const value = source ? record[source.name] : undefined;
    if (value === null || value === undefined) continue;
    const { amount, currency } = value as Record<string, unknown>;
    taken[column.name] = column.type === "money" ? { amount, currency } : value;
  }
  return taken;
}
