/** The routes by which administrators design the catalogue, and what they send there. */
import type { FieldTypeName, Filter, Label, ObjectDocument, Page, RollupMeta, SectionMeta, Values } from "./types";

export interface OptionDesign {
  value?: string;
  label: Label;
  color?: string | null;
  hidden?: boolean;
}

/** What an administrator says of a field; null puts a property back. */
export interface FieldDesign {
  label?: Label | null;
  help?: Label | null;
  required?: boolean | null;
  unique?: boolean | null;
  indexed?: boolean | null;
  searched?: boolean | null;
  counted?: boolean | null;
  multiple?: boolean;
  zoned?: boolean;
  default?: unknown;
  max_length?: number | null;
  min?: number | null;
  max?: number | null;
  decimals?: number | null;
  unit?: string | null;
  options?: OptionDesign[] | null;
  parts?: string[];
  link?: { to?: string; inverse?: string; inverse_label?: Label };
  visible_when?: Filter | null;
  formula?: string;
  rollup?: RollupMeta;
  result?: string | null;
}

export type NewField = FieldDesign & { name: string; type: FieldTypeName; label: Label };

export interface ObjectDesign {
  label?: Label;
  label_plural?: Label;
  icon?: string;
  name_field?: string;
  features?: Partial<{
    importable: boolean;
    activities: boolean;
    owned: boolean;
    tagged: boolean;
    board_by: string | null;
    board_sum: string | null;
  }>;
  sections?: SectionMeta[] | null;
  columns?: string[] | null;
}

export type NewObject = ObjectDesign & {
  name: string;
  plural: string;
  label: Label;
  label_plural: Label;
  fields?: NewField[];
};

export interface Removed {
  catalogue_version: number;
  objects: { plural: string; label_plural: Label; deleted_at: string }[];
  fields: { plural: string; name: string; type: FieldTypeName; label: Label; deleted_at: string }[];
}

export interface DesignChange {
  id: string;
  kind: string;
  actor: string;
  at: string;
  changes: { field: string; before: unknown; after: unknown }[];
  data: Values;
}

export interface Computed {
  name?: string;
  formula?: string;
  rollup?: RollupMeta;
  result?: string | null;
}

export interface Tried {
  result: FieldTypeName | null;
  problem: { code: string; message: string } | null;
  examples: { id: string; name: string | null; value: unknown }[];
}

export interface DuplicateRule {
  kind: "exact" | "email" | "phone" | "name";
  fields: string[];
  weight: number;
  threshold?: number;
  warns?: boolean;
}

export interface DuplicateRules {
  items: DuplicateRule[];
  is_own: boolean;
  /** From which score on two records are shown as duplicates. */
  enough: number;
}

export interface Rate {
  rate: string;
  date: string;
  set_by: string;
  set_at: string;
}

export interface Currencies {
  base: { code: string; decimals: number };
  items: { code: string; decimals: number; rate: Rate | null }[];
}

type Plural = { plural: string };
type FieldPath = Plural & { field: string };
type RatePath = { code: string; date: string };
type Match = { "If-Match": string };
type Given<Path, Header, Body> = {
  parameters: { path: Path; query?: never } & ([Header] extends [never] ? { header?: never } : { header: Header });
} & ([Body] extends [never] ? { requestBody?: never } : { requestBody: { content: { "application/json": Body } } });
type Call<Answer, Path, Header = never, Body = never> = Given<Path, Header, Body> & {
  responses: { 200: { content: { "application/json": Answer } } };
};
type Read<Answer, Path = never> = {
  parameters: { query?: { limit?: number; cursor?: string }; header?: never } & ([Path] extends [never]
    ? { path?: never }
    : { path: Path });
  responses: { 200: { content: { "application/json": Answer } } };
};

export interface DesignPaths {
  "/v1/objects/removed": { get: Read<Removed> };
  "/v1/objects/{plural}/restore": { post: Call<ObjectDocument, Plural, Match> };
  "/v1/objects/{plural}/fields": { post: Call<ObjectDocument, Plural, never, NewField> };
  "/v1/objects/{plural}/fields/{field}": {
    patch: Call<ObjectDocument, FieldPath, Match, FieldDesign>;
    delete: Call<ObjectDocument, FieldPath, Match>;
  };
  "/v1/objects/{plural}/fields/{field}/restore": { post: Call<ObjectDocument, FieldPath, Match> };
  "/v1/objects/{plural}/computed": { post: Call<Tried, Plural, never, Computed> };
  "/v1/objects/{plural}/duplicate-rules": {
    get: Read<DuplicateRules, Plural>;
    put: Call<DuplicateRules, Plural, never, { items: DuplicateRule[] | null }>;
  };
  "/v1/currencies": { get: Read<Currencies> };
  "/v1/currencies/{code}/rates": { get: Read<Page<Rate>, { code: string }> };
  "/v1/currencies/{code}/rates/{date}": {
    put: Call<Rate, RatePath, never, { rate: string }>;
    delete: Call<void, RatePath>;
  };
}
