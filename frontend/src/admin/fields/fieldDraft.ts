/** A field while it is designed: everything that a form asks for, and what of it is sent. */
import type { FieldDesign, NewField, OptionDesign } from "@/api/designPaths";
import type { FieldMeta, FieldTypeName, Filter, Label, RollupMeta } from "@/api/types";
import { sameValue } from "@/metadata/sameValue";
import { isBlank, NO_LABEL, whole } from "../design/naming";
import { finished } from "../design/rules";
import { isComputed, type Property, says } from "./types";

/** One choice; `key` is its place in the form, `value` what records hold once it has been saved. */
export interface OptionDraft extends OptionDesign {
  key: string;
}

export interface FieldDraft {
  type: FieldTypeName;
  name: string;
  label: Label;
  help: Label;
  required: boolean;
  unique: boolean;
  indexed: boolean;
  searched: boolean;
  counted: boolean;
  multiple: boolean;
  zoned: boolean;
  default: unknown;
  max_length: number | null;
  min: number | null;
  max: number | null;
  decimals: number | null;
  unit: string;
  options: OptionDraft[];
  parts: string[];
  to: string | null;
  inverseLabel: Label;
  visible_when: Filter | null;
  formula: string;
  rollup: Partial<RollupMeta>;
  result: FieldTypeName | null;
}

export function optionDrafts(field: FieldMeta | undefined): OptionDraft[] {
  return (field?.options ?? []).map(({ value, label, color, hidden }) => ({
    key: value,
    value,
    label,
    color: color ?? null,
    hidden: hidden ?? false,
  }));
}

let drawn = 0;

export function newOption(): OptionDraft {
  drawn += 1;
  return { key: `new-${drawn}`, label: NO_LABEL, color: null, hidden: false };
}

const USUAL_MOST: Partial<Record<FieldTypeName, number>> = { rating: 5, percent: 100 };

/** What the form begins with: a field as it is, or a new one of a type. */
export function draftOf(type: FieldTypeName, field?: FieldMeta): FieldDraft {
  const has = (flag: string) => field?.building?.includes(flag) ?? false;
  return {
    type,
    name: field?.name ?? "",
    label: field?.label ?? NO_LABEL,
    help: field?.help ?? NO_LABEL,
    required: field?.required ?? false,
    unique: (field?.unique ?? false) || has("unique"),
    indexed: (field?.indexed ?? false) || has("indexed"),
    searched: (field?.searched ?? false) || has("searched"),
    counted: (field?.counted ?? false) || has("counted"),
    multiple: field?.multiple ?? false,
    zoned: field?.zoned ?? false,
    default: field?.default ?? null,
    max_length: field?.max_length ?? null,
    min: field?.min ?? null,
    max: field ? (field.max ?? null) : (USUAL_MOST[type] ?? null),
    decimals: field?.decimals ?? null,
    unit: field?.unit ?? "",
    options: field ? optionDrafts(field) : says(type, "options") ? [newOption(), newOption()] : [],
    parts: field?.parts ?? [],
    to: field?.to ?? null,
    inverseLabel: NO_LABEL,
    visible_when: field?.visible_when ?? null,
    formula: field?.formula ?? "",
    rollup: field?.rollup ?? { function: "count" },
    result: null,
  };
}

const sentOption = ({ value, label, color, hidden }: OptionDraft): OptionDesign => ({
  ...(value ? { value } : {}),
  label: whole(label),
  color: color ?? null,
  ...(hidden ? { hidden } : {}),
});

const PLAIN: Property[] = [
  "default",
  "unique",
  "indexed",
  "searched",
  "counted",
  "multiple",
  "zoned",
  "max_length",
  "min",
  "max",
  "decimals",
  "parts",
];
/** What the API understands of a new field only. */
const ONCE = new Set<string>(["multiple", "zoned", "parts"]);

/** What a draft says of a field, every property that its type has. */
function said(draft: FieldDraft): FieldDesign {
  const { type } = draft;
  const told: Record<string, unknown> = {
    label: whole(draft.label),
    help: isBlank(draft.help) ? null : whole(draft.help),
    visible_when: finished(draft.visible_when),
  };
  if (!isComputed(type)) told.required = draft.required;
  for (const name of PLAIN) if (says(type, name)) told[name] = draft[name as keyof FieldDraft] ?? null;
  if (says(type, "unit")) told.unit = draft.unit.trim() || null;
  if (says(type, "options")) told.options = draft.options.filter(({ label }) => !isBlank(label)).map(sentOption);
  if (says(type, "link")) told.link = linkSaid(draft);
  if (type === "formula") told.formula = draft.formula.trim();
  if (type === "rollup") told.rollup = { ...draft.rollup, ...filterSaid(draft.rollup.filter) };
  if (type === "formula" && draft.result) told.result = draft.result;
  return told as FieldDesign;
}

function filterSaid(given: Filter | null | undefined) {
  const filter = finished(given);
  return filter ? { filter } : { filter: null };
}

function linkSaid({ to, inverseLabel }: FieldDraft) {
  const seen = isBlank(inverseLabel) ? {} : { inverse_label: whole(inverseLabel) };
  return { ...(to ? { to } : {}), ...seen };
}

const isNothing = (value: unknown) =>
  value === null || value === false || value === "" || (Array.isArray(value) && value.length === 0);

/** A new field, without what is so anyway. */
export function newField(draft: FieldDraft): NewField {
  const kept = Object.entries(said(draft)).filter(([, value]) => !isNothing(value));
  return { ...Object.fromEntries(kept), name: draft.name, type: draft.type, label: whole(draft.label) };
}

/** What changed in a field, and nothing else: what is not sent stays as the product or others have it. */
export function fieldChanges(before: FieldDraft, after: FieldDraft): FieldDesign {
  const [was, is] = [said(before), said(after)] as [Record<string, unknown>, Record<string, unknown>];
  const changed = Object.keys(is).filter((name) => !ONCE.has(name) && !sameValue(was[name], is[name]));
  const told: Record<string, unknown> = Object.fromEntries(changed.map((name) => [name, is[name]]));
  // Where a link leads stays; what the other side calls it may change.
  if ("link" in told) told.link = { inverse_label: whole(after.inverseLabel) };
  return told as FieldDesign;
}

/** The changes that put a field back. */
export function undoing(before: FieldDraft, changes: FieldDesign): FieldDesign {
  const was = said(before) as Record<string, unknown>;
  return Object.fromEntries(Object.keys(changes).map((name) => [name, was[name] ?? null])) as FieldDesign;
}

/** The field as the form's own inputs need it, for its usual value. */
export function fieldOf(draft: FieldDraft): FieldMeta {
  const options = draft.options
    .filter((option) => option.value && !option.hidden)
    .map((option) => ({ value: option.value as string, label: option.label, color: option.color ?? null }));
  return {
    name: "default",
    type: draft.type,
    label: draft.label,
    max: draft.max,
    min: draft.min,
    decimals: draft.decimals,
    unit: draft.unit || null,
    max_length: draft.max_length,
    options,
  };
}
