/** What every field type brings: how its value is shown, typed, picked as a filter and measured in a column. */
import type { ComponentType } from "react";
import type { FieldMeta, MoneyValue, RecordRow } from "@/api/types";
import type { ZonedTime } from "@/lib/dates";

export interface Channel {
  value: string;
  label?: string | null;
  primary?: boolean;
}

export interface Address {
  street?: string;
  street2?: string;
  postal_code?: string;
  city?: string;
  region?: string;
  country?: string;
}

export interface LinkPair {
  id: string;
  role?: string | null;
  since?: string | null;
  until?: string | null;
  primary?: boolean;
}

export type LinkValue = string | (string | LinkPair)[];
/** A file that the firm keeps: where it lies is the API's business. */
export interface FileValue {
  id: string;
  name: string;
  size: number;
  type: string;
}

export type LineValue = Record<string, unknown>;

export interface ValueOf {
  text: string;
  long_text: string;
  rich_text: string;
  number: number;
  integer: number;
  rating: number;
  money: MoneyValue;
  percent: number;
  date: string;
  date_time: string | ZonedTime;
  time: string;
  boolean: boolean;
  choice: string;
  multi_choice: string[];
  stage: string;
  email: Channel[];
  phone: Channel[];
  url: string;
  link: LinkValue;
  address: Address;
  person_name: string;
  user: string;
  tags: string[];
  file: FileValue | FileValue[];
  lines: LineValue[];
  formula: unknown;
  rollup: unknown;
}

export interface DisplayProps<V> {
  field: FieldMeta;
  value: V;
  /** The record around the value: names of its links, flags. */
  record?: RecordRow | undefined;
  /** Short for a cell, full on the record page. */
  short?: boolean;
}

export interface InputProps<V> {
  field: FieldMeta;
  value: V | null | undefined;
  onChange(value: V | null): void;
  /** Absent in a cell, where the column says it; then `aria-label` speaks. */
  label?: string | undefined;
  error?: string | undefined;
  /** Refusals of parts of the value, by path below the field. */
  errors?: Record<string, string> | undefined;
  record?: RecordRow | undefined;
  autoFocus?: boolean;
}

/**
 * When a value edited in place is saved: `change` as soon as one is picked, `leave` on Enter or on leaving the input,
 * `button` for values of several parts, which ask for a click.
 */
export type CommitOn = "change" | "leave" | "button";

export interface FieldKit<V> {
  display: ComponentType<DisplayProps<V>>;
  input: ComponentType<InputProps<V>>;
  commit: CommitOn;
  /** Width of a column in pixels. */
  width: number;
  align?: "end";
  /** Too wide for the details at the side of a record. */
  isWide?: boolean;
  /** Takes the whole width of a form with several columns. */
  isLong?: boolean;
  isEmpty?(value: V): boolean;
  /** What is sent of a value that holds unfinished parts; null when nothing is left. */
  clean?(value: V): V | null;
}
