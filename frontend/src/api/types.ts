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
/** A role's key: one of the four that every firm has, or one of the firm's own. */
export type Role = string;

/** Every type that a field may have, as the API's document lists them. */
export type FieldTypeName = components["schemas"]["FieldType"];

export interface Option {
  value: string;
  label: Label;
  color?: string | null;
  /** Offered no more; the records that hold it keep it. */
  hidden?: boolean;
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
  /** Of a person's name: the fields that it is composed of. */
  parts?: string[];
  widget?: string | null;
  default?: unknown;
  /** Made by the tenant. */
  custom?: boolean;
  help?: Label;
  /** A condition on other fields of the record; the field is asked only while it holds. */
  visible_when?: Filter;
  /** A condition on the record; while it holds, actions set the field and nobody's hand. */
  by_actions_when?: Filter;
  /** Of a computed field: the type that its value has. */
  result?: FieldTypeName;
  formula?: string;
  rollup?: RollupMeta;
  searched?: boolean;
  counted?: boolean;
  /** What the field will be once its records have followed. */
  building?: string[];
  fields?: FieldMeta[];
}

export interface RollupMeta {
  relation: string;
  function: "count" | "sum" | "min" | "max";
  field?: string | null;
  filter?: Filter | null;
}

export type Action = "read" | "create" | "update" | "delete" | "export";
/** How far a role reaches; nothing, or less than everything, or everything. */
export type Permissions = Record<Action, boolean | "none" | "own" | "team" | "all">;

export interface Features {
  importable?: boolean;
  activities?: boolean;
  owned?: boolean;
  managed?: boolean;
  tagged?: boolean;
  /** What a quick form asks beside what is required. */
  quick?: string[];
  /** Its records are people to whom the firm writes. */
  reachable?: boolean;
  /** Its records are those whom the firm deals with, told at a glance by a card. */
  customer?: boolean;
  board_by?: string | null;
  /** Its records are purchases: which field is the day of one, and which its worth. */
  bought?: { on: string; worth: string } | null;
}

export interface ObjectSummary {
  name: string;
  plural: string;
  label: Label;
  label_plural: Label;
  icon: string;
  /** Made by the tenant. */
  custom?: boolean;
  name_field: string;
  permissions: Permissions;
  features: Features;
}

/** What a firm agrees on together and is no record, such as its segments. */
export interface Agreed {
  plural: string;
  label: Label;
  permissions: Record<Action, "none" | "all">;
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
  /** Of records: false when the budget of reads ended before the page was full. */
  complete?: boolean;
  scanned?: number;
}

export type SavedView = Answer<"/v1/views", "get">["items"][number];

/** The parts of a view that somebody may save. */
export type ViewValues = Partial<
  Pick<
    SavedView,
    | "name"
    | "layout"
    | "columns"
    | "filter"
    | "sort"
    | "group_by"
    | "board_by"
    | "calendar_by"
    | "calendar_end"
    | "shared"
    | "shared_with"
    | "default_for"
  >
>;

type FieldSum = { field: string } & MoneyValue;

/** How many records, and how much money, there are for one value of a field. */
export interface GroupItem {
  value: string | boolean | null;
  count: number;
  sums: FieldSum[];
  /** Each sum in the firm's currency; not complete when an amount's worth is unknown. */
  base: (FieldSum & { complete: boolean })[];
}

export interface Groups {
  by: string;
  items: GroupItem[];
  /** False when the budget of reads ended first: the numbers are then lower bounds. */
  exact: boolean;
  scanned: number;
}

export interface CalendarQuery {
  by?: string | undefined;
  end?: string | undefined;
  from: string;
  to: string;
  filter?: Filter | undefined;
  cursor?: string | undefined;
}

/** What a segment asks of related records, of what happened, and of other segments; lists do not. */
export type Measure = "count" | { sum?: string; min?: string; max?: string; avg?: string };
export interface RelatedPredicate {
  related: string;
  of?: Measure;
  op?: string;
  value?: unknown;
  where?: Filter | null;
}
export interface EventPredicate {
  event: string;
  of?: "count";
  op?: string;
  value?: unknown;
  during?: string | null;
  /** The first day that counts, and the last. */
  since?: string | null;
  until?: string | null;
  where?: Record<string, unknown> | null;
}
export interface MemberPredicate {
  segment: string;
}
export type Predicate = RelatedPredicate | EventPredicate | MemberPredicate;

export type Filter =
  | { all: Filter[] }
  | { any: Filter[] }
  | { not: Filter }
  | { field: string; op: string; value?: unknown }
  | Predicate;

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

export type SessionAnswer = Answer<"/v1/session/refresh", "post">;
export type SignInAnswer = Answer<"/v1/session", "post">;
/** What an authenticator app has to be told. */
export type StepSetup = NonNullable<SignInAnswer["setup"]>;
export type SecondStep = Answer<"/v1/me/mfa", "get">;
export type OwnSession = Answer<"/v1/me/sessions", "get">["items"][number];
export type Company = Answer<"/v1/tenant", "get">;
export type ApiKey = Answer<"/v1/api-keys", "get">["items"][number];
export type NewApiKey = Pick<ApiKey, "name" | "scopes" | "expires_at" | "role">;

export type ImportJob = Answer<"/v1/imports/{id}", "get">;
export type ImportState = ImportJob["state"];
export type ImportColumn = NonNullable<ImportJob["mapping"]>[number];
export type ImportField = NonNullable<ImportColumn["create_field"]>;
export type ImportTarget = NonNullable<ImportColumn["target"]>;
export type ImportPreviewRow = NonNullable<ImportJob["preview"]>[number];
export type ImportTicket = Answer<"/v1/imports", "post">;
export type OnDuplicate = NonNullable<ImportJob["options"]>["on_duplicate"];

/** A piece of long work of any kind, as people see it. */
export type Job = Answer<"/v1/jobs/{id}", "get">;

export type BulkAction = "update" | "delete" | "restore" | "transfer" | "tag" | "untag";
/** One edit of many records: some by their ids, or all that a filter holds for. */
export interface BulkWish {
  object: string;
  action: BulkAction;
  target: { ids: string[] } | { filter: Filter | null };
  changes?: Values;
  owner?: string;
  tags?: string[];
  fire_automations?: boolean;
}
export type BulkPreview = Answer<"/v1/bulk/preview", "post">;

export type Export = Answer<"/v1/exports/{id}", "get">;
export type ExportFormat = Export["format"];
export interface ExportWish {
  object: string;
  format: ExportFormat;
  filter?: Filter | null;
  sort?: string | null;
  fields?: string[] | null;
  options?: Export["options"];
}

/** A record in the trash: who put it there, and until when it can come back. */
export interface Deleted extends RecordRow {
  deleted_by: string;
  purged_at: string;
}

export type StoredFile = Answer<"/v1/files/{id}/complete", "post">;
export type FileTicket = Answer<"/v1/files", "post">;

export type Notification = Answer<"/v1/notifications", "get">["items"][number];

export type SampleData = Answer<"/v1/sample-data", "get">;
