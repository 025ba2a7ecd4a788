/**
 * Turns the document of one object into what pages ask for: columns, form, filters, board. A page asks this and the
 * field registry, and never tests an object's name.
 */
import type {
  Features,
  FieldMeta,
  Label,
  ObjectDocument,
  Option,
  Permissions,
  RecordRow,
  RelatedMeta,
  Values,
} from "@/api/types";
import { isByActions } from "./visible";

export interface Section {
  name: string;
  label: Label;
  fields: FieldMeta[];
}

export interface BoardMeta {
  by: FieldMeta;
  sum: FieldMeta | undefined;
  options: Option[];
}

export interface CompiledObject {
  name: string;
  plural: string;
  label: Label;
  labelPlural: Label;
  icon: string;
  nameField: string;
  permissions: Permissions;
  features: Features;
  fields: ReadonlyMap<string, FieldMeta>;
  columns: FieldMeta[];
  sections: Section[];
  /** What the quick form asks: what is required, a little of what names the record, and what the object wants asked. */
  quick: FieldMeta[];
  /** Fields whose values people pick from a list. */
  filters: FieldMeta[];
  board: BoardMeta | null;
  related: RelatedMeta[];
}

const SYSTEM: Record<string, FieldMeta> = {
  owner: { name: "owner", type: "user", label: { es: "Responsable", en: "Owner" }, filterable: true },
  created_at: {
    name: "created_at",
    type: "date_time",
    label: { es: "Creado", en: "Created" },
    read_only: true,
  },
  updated_at: {
    name: "updated_at",
    type: "date_time",
    label: { es: "Actualizado", en: "Updated" },
    read_only: true,
    sortable: true,
  },
};
const DETAILS: Label = { es: "Detalles", en: "Details" };
const PICKED = new Set(["choice", "stage", "multi_choice", "boolean", "user"]);
const HEAVY = new Set(["long_text", "lines", "address"]);
/** Widgets that a feature brings; a field that has one is asked early. */
const OWN_WIDGETS = new Set(["reminder"]);
const MOST_QUICK = 3;
const MOST_COLUMNS = 7;

function isPresent<T>(value: T | undefined): value is T {
  return value !== undefined;
}

export function isEditable(field: FieldMeta): boolean {
  return !field.read_only && !field.hidden;
}

/** Whether somebody may set a field of a record that holds these values. */
export function isSettable(field: FieldMeta, values: Values): boolean {
  return isEditable(field) && !isByActions(field, values);
}

function withSystem(document: ObjectDocument): Map<string, FieldMeta> {
  const fields = new Map(document.fields.map((field) => [field.name, field]));
  for (const [name, field] of Object.entries(SYSTEM))
    if (!fields.has(name) && (name !== "owner" || document.features.owned !== false)) fields.set(name, field);
  return fields;
}

function sectionsOf(document: ObjectDocument, fields: Map<string, FieldMeta>): Section[] {
  const shown = new Set<string>(Object.keys(SYSTEM));
  const sections = document.sections.map(({ name, label, fields: names }) => {
    for (const field of names) shown.add(field);
    return {
      name,
      label,
      fields: names
        .map((field) => fields.get(field))
        .filter(isPresent)
        .filter((f) => !f.hidden),
    };
  });
  const rest = document.fields.filter(
    (field) =>
      !shown.has(field.name) &&
      !field.hidden &&
      !field.system &&
      field.name !== document.name_field &&
      field.type !== "lines",
  );
  if (rest.length) sections.push({ name: "more", label: DETAILS, fields: rest });
  const owner = fields.get("owner");
  const first = sections[0];
  if (owner && first && !sections.some((section) => section.fields.includes(owner))) first.fields.push(owner);
  return sections.filter((section) => section.fields.length);
}

function columnsOf(document: ObjectDocument, fields: Map<string, FieldMeta>): FieldMeta[] {
  const named = document.columns.map((name) => fields.get(name)).filter(isPresent);
  if (named.length) return named;
  const light = document.fields.filter((field) => !field.hidden && !HEAVY.has(field.type));
  const name = fields.get(document.name_field);
  return [name, ...light.filter((field) => field !== name)].filter(isPresent).slice(0, MOST_COLUMNS);
}

function quickOf(document: ObjectDocument, columns: FieldMeta[], fields: Map<string, FieldMeta>): FieldMeta[] {
  const first = ["first_name", "last_name"].map((name) => fields.get(name)).filter(isPresent);
  const required = document.fields.filter((field) => field.required && (field.default ?? null) === null);
  const special = document.fields.filter((field) => field.widget && OWN_WIDGETS.has(field.widget));
  const light = [...columns, ...document.fields].filter((field) => !HEAVY.has(field.type) && field.type !== "user");
  const wanted = [...new Set([...first, ...required, ...special, ...light])].filter(isEditable);
  const declared = (document.features.quick ?? []).map((name) => fields.get(name)).filter(isPresent);
  const chosen = new Set([...wanted.slice(0, Math.max(MOST_QUICK, required.length)), ...declared.filter(isEditable)]);
  const ordered = document.sections.flatMap((section) =>
    section.fields.map((name) => fields.get(name)).filter(isPresent),
  );
  return [...new Set([...ordered.filter((field) => chosen.has(field)), ...chosen])];
}

export function compile(document: ObjectDocument): CompiledObject {
  const fields = withSystem(document);
  const columns = columnsOf(document, fields);
  const by = document.board ? fields.get(document.board.by) : undefined;
  return {
    name: document.name,
    plural: document.plural,
    label: document.label,
    labelPlural: document.label_plural,
    icon: document.icon,
    nameField: document.name_field,
    permissions: document.permissions,
    features: document.features,
    fields,
    columns,
    sections: sectionsOf(document, fields),
    quick: quickOf(document, columns, fields),
    filters: [...fields.values()].filter((f) => f.filterable && !f.hidden && PICKED.has(f.type)),
    board:
      document.board && by
        ? {
            by,
            sum: document.board.sum ? fields.get(document.board.sum) : undefined,
            options: [...(by.options ?? [])].sort((a, b) => (a.order ?? 0) - (b.order ?? 0)),
          }
        : null,
    related: document.related,
  };
}

/** What a record is called. */
export function nameOf(record: RecordRow, nameField: string): string {
  const value = record[nameField] ?? record.name ?? record.subject ?? record.number;
  return typeof value === "string" && value ? value : record.id.slice(-6);
}
