/** What an automation may begin with, by what its records are, and what each beginning starts as. */
import type { Trigger, TriggerKind } from "@/api/automations";
import type { FieldMeta } from "@/api/types";
import type { CompiledObject } from "@/metadata/compile";

const OF_PEOPLE: ReadonlySet<TriggerKind> = new Set([
  "mail_opened",
  "mail_clicked",
  "form_sent",
  "consent_given",
  "consent_withdrawn",
]);

/** The fields that say a day or an instant, those of the firm first. */
export function datedFields(object: CompiledObject): FieldMeta[] {
  const dated = [...object.fields.values()].filter(
    (field) => (field.type === "date" || field.type === "date_time") && !field.hidden,
  );
  return dated.toSorted((one, other) => Number(Boolean(one.system)) - Number(Boolean(other.system)));
}

/** Whether records of an object can begin an automation in this way. */
export function mayBegin(object: CompiledObject, kind: TriggerKind, hasSegments: boolean): boolean {
  if (OF_PEOPLE.has(kind)) return object.features.reachable === true;
  if (kind === "segment_entered" || kind === "segment_left") return hasSegments;
  if (kind === "date") return datedFields(object).length > 0;
  return true;
}

/** A beginning with nothing missing, to be changed at will. */
export function begunOf(object: CompiledObject, kind: TriggerKind, segment: string | undefined): Trigger {
  switch (kind) {
    case "date":
      return { kind, field: datedFields(object)[0]?.name };
    case "segment_entered":
    case "segment_left":
      return { kind, segment };
    case "returned":
      return {
        kind,
        absent: { days: 90 },
        by: [object.related.find((one) => one.field === "orders")?.field ?? "visit"],
      };
    case "schedule":
      return { kind, every: "month", on: 1, at: "10:00" };
    default:
      return { kind };
  }
}
