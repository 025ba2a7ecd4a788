/** The value editors of conditions, one a field type; they come with the editor, when somebody filters. */
import { NativeSelect, TextInput } from "@mantine/core";
import { type ComponentType, Suspense } from "react";
import type { FieldMeta, FieldTypeName } from "@/api/types";
import { userName, useUsers } from "@/api/users";
import { DecimalInput } from "@/fields/inputs/DecimalInput";
import { kitOf } from "@/fields/registry";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { dayOf, momentOf } from "./moments";
import { typeOf } from "./operators";

export interface ValueProps {
  field: FieldMeta;
  op: string;
  value: unknown;
  onChange(value: unknown): void;
  /** The first or the second of two. */
  place?: number;
  autoFocus?: boolean;
  /** Among other conditions, where a list of ticks would take all the room. */
  isCompact?: boolean;
}

/** The values people tick or pick of a field: its options, the team, yes and no. */
export function useChoices(field: FieldMeta): { value: string; label: string }[] {
  const { t, label } = useWords("filters");
  const users = useUsers();
  switch (typeOf(field)) {
    case "user":
      return [
        { value: "me", label: t("filter.me") },
        ...users.map((user) => ({ value: user.id, label: userName(user) })),
      ];
    case "boolean":
      return [
        { value: "true", label: t("fields.yes") },
        { value: "false", label: t("fields.no") },
      ];
    default:
      return (field.options ?? []).map((option) => ({ value: option.value, label: label(option.label) }));
  }
}

function useName(field: FieldMeta, place = 0): string {
  const { t, label } = useWords("filters");
  return t(place ? "filter.secondValue" : "filter.value", { name: label(field.label) });
}

function TextValue({ field, value, onChange, place, autoFocus }: ValueProps) {
  return (
    <TextInput
      aria-label={useName(field, place)}
      value={typeof value === "string" || typeof value === "number" ? String(value) : ""}
      autoFocus={autoFocus}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

const plainAmount = (value: unknown): string | null =>
  value && typeof value === "object" && "amount" in value ? String(value.amount) : value ? String(value) : null;

function AmountValue({ field, value, onChange, place, autoFocus }: ValueProps) {
  const { currency } = useFormats();
  return (
    <DecimalInput
      aria-label={useName(field, place)}
      value={plainAmount(value)}
      onChange={onChange}
      autoFocus={autoFocus}
      rightSection={<span>{currency}</span>}
      rightSectionWidth={48}
    />
  );
}

function NumberValue({ field, value, onChange, place, autoFocus }: ValueProps) {
  return (
    <DecimalInput
      aria-label={useName(field, place)}
      value={value === null || value === undefined || value === "" ? null : String(value)}
      autoFocus={autoFocus}
      rightSection={field.unit ? <span>{field.unit}</span> : undefined}
      onChange={(next) => onChange(next !== null && Number.isFinite(Number(next)) ? Number(next) : next)}
    />
  );
}

/** The input that forms have for the type, as one that holds one value and may be empty. */
function FormValue({ field, value, onChange, autoFocus }: ValueProps) {
  const plain = { ...field, type: typeOf(field), required: false, multiple: false, widget: null };
  const Input = kitOf(plain).input;
  return (
    <Suspense fallback={null}>
      <Input field={plain} value={(value ?? null) as never} onChange={onChange} autoFocus={autoFocus ?? false} />
    </Suspense>
  );
}

function MomentValue({ field, op, value, onChange, place, autoFocus }: ValueProps) {
  return (
    <FormValue
      field={{ ...field, type: "date", result: "date" }}
      op={op}
      value={dayOf(value)}
      autoFocus={autoFocus ?? false}
      onChange={(day) => onChange(typeof day === "string" ? momentOf(op, day, place) : null)}
    />
  );
}

/** A moment to the minute, where a whole day would never be equal to it. */
function ExactMoment({ field, value, onChange, place, autoFocus }: ValueProps) {
  return (
    <TextInput
      type="datetime-local"
      aria-label={useName(field, place)}
      value={typeof value === "string" ? value.slice(0, 16) : ""}
      autoFocus={autoFocus}
      onChange={(event) => onChange(event.currentTarget.value ? `${event.currentTarget.value}:00` : null)}
    />
  );
}

function DateTimeValue(props: ValueProps) {
  const isExact = props.op === "eq" || props.op === "ne" || props.op === "in" || props.op === "not_in";
  return isExact ? <ExactMoment {...props} /> : <MomentValue {...props} />;
}

function PickedValue({ field, value, onChange, place, autoFocus }: ValueProps) {
  const choices = useChoices(field);
  const isYesNo = typeOf(field) === "boolean";
  return (
    <NativeSelect
      aria-label={useName(field, place)}
      data={value === null || value === undefined ? [{ value: "", label: "" }, ...choices] : choices}
      value={value === null || value === undefined ? "" : String(value)}
      autoFocus={autoFocus}
      onChange={(event) => {
        const next = event.currentTarget.value;
        onChange(isYesNo && next ? next === "true" : next || null);
      }}
    />
  );
}

export const editors: { [T in FieldTypeName]: ComponentType<ValueProps> } = {
  text: TextValue,
  long_text: TextValue,
  rich_text: TextValue,
  person_name: TextValue,
  email: TextValue,
  phone: TextValue,
  url: TextValue,
  address: TextValue,
  file: TextValue,
  lines: TextValue,
  tags: TextValue,
  number: NumberValue,
  integer: NumberValue,
  percent: NumberValue,
  rating: FormValue,
  money: AmountValue,
  date: FormValue,
  date_time: DateTimeValue,
  time: FormValue,
  boolean: PickedValue,
  choice: PickedValue,
  multi_choice: PickedValue,
  stage: PickedValue,
  user: PickedValue,
  link: FormValue,
  formula: TextValue,
  rollup: TextValue,
};

/** One value of a field. */
export function OneValue(props: ValueProps) {
  const Editor = editors[typeOf(props.field)] ?? TextValue;
  return <Editor {...props} />;
}

export function PartValue(props: ValueProps) {
  return <TextValue {...props} />;
}
