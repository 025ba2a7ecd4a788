/**
 * The shapes that the portal reads and writes. What the API's document says once and for all is taken from it; what
 * depends on an object's fields is told by its metadata, and typed here as far as it is the same for every object.
 */
import type { components, paths as Documented } from "./schema";

type Method = "get" | "post" | "patch" | "delete";
type Said<Operation> = Operation extends { responses: infer Responses }
  ? Responses[keyof Responses & (200 | 201 | 202)] extends { content: { "application/json": infer Body } }
    ? Body
    : never
  : never;
/** What a documented route answers. */
export type Answer<Path extends keyof Documented, Verb extends Method> = Said<Documented[Path][Verb]>;

export type Language = "es" | "en";
export type Label = Record<Language, string>;
export type Role = "admin" | "manager" | "rep" | "viewer";

/** Every type that a field may have, as the API's document lists them. */
export type FieldTypeName = components["schemas"]["FieldType"];

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
  /** Made by the tenant. */
  custom?: boolean;
  help?: Label;
  /** A condition on other fields of the record; the field is asked only while it holds. */
  visible_when?: Filter;
  /** Of a computed field: the type that its value has. */
  result?: FieldTypeName;
  fields?: FieldMeta[];
}

export type Action = "read" | "create" | "update" | "delete" | "export";
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

export type Me = Answer<"/v1/me", "get">;
export type Tenant = Me["tenant"];
export type User = Me["user"];
export type Invitation = Answer<"/v1/invitations", "get">["items"][number];

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

export type SessionAnswer = Answer<"/v1/session", "post">;

export type ImportJob = Answer<"/v1/imports/{id}", "get">;
export type ImportState = ImportJob["state"];
export type ImportColumn = NonNullable<ImportJob["mapping"]>[number];
export type ImportTarget = NonNullable<ImportColumn["target"]>;
export type ImportPreviewRow = NonNullable<ImportJob["preview"]>[number];
export type ImportTicket = Answer<"/v1/imports", "post">;
export type OnDuplicate = NonNullable<ImportJob["options"]>["on_duplicate"];

export type StoredFile = Answer<"/v1/files/{id}/complete", "post">;
export type FileTicket = Answer<"/v1/files", "post">;

export type Notification = Answer<"/v1/notifications", "get">["items"][number];

export type SampleData = Answer<"/v1/sample-data", "get">;
