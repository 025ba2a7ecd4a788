/** The shapes that the portal reads and writes, as the API documents them. */
export type Language = "es" | "en";
export type Label = Record<Language, string>;
export type Role = "admin" | "manager" | "rep" | "viewer";

export type FieldTypeName =
  | "text"
  | "long_text"
  | "number"
  | "money"
  | "percent"
  | "date"
  | "date_time"
  | "boolean"
  | "choice"
  | "multi_choice"
  | "stage"
  | "email"
  | "phone"
  | "url"
  | "link"
  | "address"
  | "person_name"
  | "user"
  | "lines";

export interface Option {
  value: string;
  label: Label;
  color?: string | null;
  probability?: number | string;
  kind?: "open" | "won" | "lost";
  order?: number;
  expected_days?: number | null;
  pipeline?: string;
}

export interface FieldMeta {
  name: string;
  type: FieldTypeName;
  label: Label;
  required?: boolean;
  read_only?: boolean;
  unique?: boolean;
  multiple?: boolean;
  indexed?: boolean;
  sortable?: boolean;
  filterable?: boolean;
  hidden?: boolean;
  system?: boolean;
  operators?: string[];
  options?: Option[];
  to?: string;
  inverse?: string;
  attributes?: string[];
  max_length?: number | null;
  min?: number | null;
  max?: number | null;
  decimals?: number | null;
  unit?: string | null;
  zoned?: boolean;
  widget?: string | null;
  default?: unknown;
  fields?: FieldMeta[];
}

export type Action = "read" | "create" | "update" | "delete";
/** How far a role reaches; nothing, or less than everything, or everything. */
export type Permissions = Record<Action, boolean | "none" | "own" | "team" | "all">;

export interface Features {
  importable?: boolean;
  activities?: boolean;
  owned?: boolean;
  managed?: boolean;
  board_by?: string | null;
}

export interface ObjectSummary {
  name: string;
  plural: string;
  label: Label;
  label_plural: Label;
  icon: string;
  name_field: string;
  permissions: Permissions;
  features: Features;
}

export interface RelatedMeta {
  field: string;
  label: Label;
  plural: string;
  link: string;
}

export interface SectionMeta {
  name: string;
  label: Label;
  fields: string[];
}

export interface ObjectDocument extends ObjectSummary {
  catalogue_version: string | number;
  fields: FieldMeta[];
  sections: SectionMeta[];
  columns: string[];
  board: { by: string; sum: string | null } | null;
  related: RelatedMeta[];
}

export interface LinkRef {
  id: string;
  plural: string;
  name: string;
}

export type Values = Record<string, unknown>;

export interface RecordRow extends Values {
  id: string;
  version: number;
  created_at: string;
  created_by: string;
  updated_at: string;
  updated_by: string;
  owner?: string | null;
  deleted_at?: string | null;
  flags?: Record<string, boolean>;
  links?: Record<string, LinkRef[]>;
}

export interface Page<T> {
  items: T[];
  next_cursor: string | null;
}

export type Filter =
  | { all: Filter[] }
  | { any: Filter[] }
  | { not: Filter }
  | { field: string; op: string; value?: unknown };

export interface RecordQuery {
  filter?: Filter;
  sort?: string;
  limit?: number;
  cursor?: string;
  fields?: string[];
  q?: string;
}

export interface MoneyValue {
  amount: string;
  currency: string;
}

export interface TotalItem {
  value: string;
  owner?: string | null;
  count: number;
  sums: ({ field: string } & MoneyValue)[];
  weighted: ({ field: string } & MoneyValue)[];
}

export interface Totals {
  by: string;
  items: TotalItem[];
}

export interface TimelineEntry {
  id: string;
  kind: string;
  actor: string | null;
  at: string;
  changes?: { field: string; before: unknown; after: unknown }[];
  data?: Values;
}

export interface Tenant {
  id: string;
  name: string;
  locale: string;
  timezone: string;
  currency: string;
}

export interface User {
  id: string;
  email: string;
  name: string;
  role: Role;
  locale?: string | null;
  timezone?: string | null;
  status?: string;
}

export interface Me {
  user: User;
  tenant: Tenant;
  permissions: Record<string, Permissions>;
}

export interface Invitation {
  id: string;
  email: string;
  role: Role;
  name?: string | null;
  status?: string;
  created_at?: string;
  expires_at?: string;
}

export interface SignUp {
  company: string;
  name?: string;
  email: string;
  password: string;
  locale: Language;
  timezone: string;
  currency: string;
  sample_data?: boolean;
}

export interface SessionAnswer {
  access_token: string;
  token_type: string;
  expires_in: number;
}

export interface ImportTarget {
  object: string;
  field: string;
  [extra: string]: unknown;
}

export interface ImportColumn {
  column: number;
  header: string;
  target: ImportTarget | null;
  confidence?: number | string;
  samples?: string[];
}

export interface ImportPreviewRow {
  row: number;
  records: { object: string; action?: string; id?: string | null; values: Values }[];
  problems: { column?: number | string | null; field?: string | null; code?: string; message: string }[];
}

export type ImportState = "created" | "previewing" | "ready" | "running" | "done" | "failed" | "undoing" | "undone";
export type OnDuplicate = "skip" | "update" | "create";

export interface ImportJob {
  id: string;
  object: string;
  filename: string;
  state: ImportState;
  created_at?: string;
  problem?: { code: string; detail?: string; title?: string } | null;
  detected?: {
    encoding: string;
    delimiter: string;
    date_order?: string | null;
    decimal_mark?: string | null;
    rows: number;
    columns: number;
  } | null;
  mapping?: ImportColumn[];
  match?: { object: string; field: string | null; fields?: string[] } | null;
  preview?: ImportPreviewRow[];
  progress?: { done: number; total: number } | null;
  verdicts?: { created: number; updated: number; skipped: number; failed: number } | null;
  undo?: {
    undone: number;
    kept: number;
    kept_records?: { row: number; object: string; id: string; reason: string }[];
  } | null;
  options?: Values;
}

export interface ImportTicket {
  id: string;
  upload: { url: string; fields: Record<string, string> };
  expires_at: string;
}

export interface Notification {
  id: string;
  kind: string;
  at: string;
  actor?: string | null;
  read?: boolean;
  data?: Values;
}

export interface SampleData {
  state: "absent" | "loading" | "loaded" | "removing";
  progress: { done: number; total: number };
}
