/** Every field type and what draws it. A type that the API has and this map lacks does not compile. */
import type { FieldMeta, FieldTypeName } from "@/api/types";
import { address } from "./address";
import { boolean } from "./boolean";
import { choice, multiChoice, stage } from "./choice";
import { date } from "./date";
import { dateTime } from "./dateTime";
import { derived } from "./derived";
import { email } from "./email";
import { file } from "./file";
import type { FieldKit, ValueOf } from "./kit";
import { lines } from "./lines";
import { link } from "./link";
import { longText } from "./longText";
import { money } from "./money";
import { integer, number, percent } from "./number";
import { phone } from "./phone";
import { rating } from "./rating";
import { richText } from "./richText";
import { tags } from "./tags";
import { personName, text } from "./text";
import { time } from "./time";
import { url } from "./url";
import { user } from "./user";

export const registry: { [T in FieldTypeName]: FieldKit<ValueOf[T]> } = {
  text,
  long_text: longText,
  rich_text: richText,
  number,
  integer,
  rating,
  money,
  percent,
  date,
  date_time: dateTime,
  time,
  boolean,
  choice,
  multi_choice: multiChoice,
  stage,
  email,
  phone,
  url,
  link,
  address,
  person_name: personName,
  user,
  tags,
  file,
  lines,
  formula: derived,
  rollup: derived,
};

/** Inputs that a feature brings for one field's widget, such as the reminder of a task. */
const widgets = new Map<string, FieldKit<never>>();

export function registerWidget<V>(name: string, kit: FieldKit<V>): void {
  widgets.set(name, kit as unknown as FieldKit<never>);
}

/** What draws a field. Its value type is the map's business; to the caller it is whatever the record holds. */
export function kitOf(field: FieldMeta): FieldKit<never> {
  const own = field.widget ? widgets.get(field.widget) : undefined;
  return own ?? (registry[field.type] as unknown as FieldKit<never>) ?? (registry.text as unknown as FieldKit<never>);
}

export function isEmpty(field: FieldMeta, value: unknown): boolean {
  if (value === null || value === undefined || value === "") return true;
  return kitOf(field).isEmpty?.(value as never) ?? false;
}

/** What is sent of a value. */
export function clean(field: FieldMeta, value: unknown): unknown {
  if (value === null || value === undefined || value === "") return null;
  const kit = kitOf(field);
  return kit.clean ? kit.clean(value as never) : value;
}
