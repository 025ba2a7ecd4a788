/** Which records lie on which days. */
import type { FieldMeta, RecordRow } from "@/api/types";
import { type CompiledObject, nameOf } from "@/metadata/compile";
import { addDays, placeOf } from "./days";

const TIMES = new Set(["date", "date_time"]);

/** The fields that place a record in time. */
export function timeFields(object: CompiledObject): FieldMeta[] {
  return [...object.fields.values()].filter(
    (field) => TIMES.has(field.result ?? field.type) && field.filterable && !field.hidden,
  );
}

/** Whether an object has a day of its own, beside when it was created and changed. */
export const hasDays = (object: CompiledObject) => timeFields(object).some(isPlanned);

/** When a record was made and changed is no plan of anybody. */
const KEPT = new Set(["created_at", "updated_at", "original_created_at"]);
const isPlanned = (field: FieldMeta) => !KEPT.has(field.name);

/** The field that a calendar goes by: the named one, else the first that people plan with. */
export function calendarField(object: CompiledObject, name: string | undefined): FieldMeta | undefined {
  const fields = timeFields(object);
  return (
    fields.find((field) => field.name === name) ??
    fields.find((field) => isPlanned(field) && !field.read_only) ??
    fields.find(isPlanned) ??
    fields[0]
  );
}

/** The fields that may tell until when a record lasts that begins on its `start`. */
export const endFields = (object: CompiledObject, start: FieldMeta) =>
  timeFields(object).filter((field) => field.name !== start.name && isPlanned(field));

export interface Entry {
  record: RecordRow;
  name: string;
  /** Empty where it lasts the whole day. */
  time: string;
  /** Whether it begins here, and is not one of the days that follow. */
  isStart: boolean;
}

const LONGEST = 62;

export interface Days {
  field: FieldMeta;
  end: FieldMeta | undefined;
  timeZone: string;
}

/** The records of each day, those of the whole day first. */
export function entriesByDay(
  object: CompiledObject,
  records: readonly RecordRow[],
  { field, end, timeZone }: Days,
): Map<string, Entry[]> {
  const days = new Map<string, Entry[]>();
  const put = (day: string, entry: Entry) => days.set(day, [...(days.get(day) ?? []), entry]);
  for (const record of records) {
    const place = placeOf(record[field.name], timeZone);
    if (!place) continue;
    const name = nameOf(record, object.nameField);
    put(place.day, { record, name, time: place.time, isStart: true });
    const last = end ? placeOf(record[end.name], timeZone)?.day : undefined;
    for (let day = addDays(place.day, 1), count = 0; last && day <= last && count < LONGEST; day = addDays(day, 1)) {
      put(day, { record, name, time: "", isStart: false });
      count += 1;
    }
  }
  for (const entries of days.values())
    entries.sort((a, b) => a.time.localeCompare(b.time) || a.name.localeCompare(b.name));
  return days;
}
