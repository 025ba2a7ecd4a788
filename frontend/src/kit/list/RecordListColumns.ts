import type { FieldMeta } from "@/api/types";
import { kitOf } from "@/fields/registry";
import { createStore, useStore } from "@/lib/store";
import type { CompiledObject } from "@/metadata/compile";
import type { ListSearch } from "./listState";

export const NAME_WIDTH = 260;
export const NARROWEST = 72;
export const WIDEST = 640;

/** The columns of a list in their order: what its address or view says, else what the object's metadata says. */
export function columnsOf(object: CompiledObject, search: Pick<ListSearch, "columns">): FieldMeta[] {
  const named = search.columns?.flatMap((name) => object.fields.get(name) ?? []);
  const chosen = named?.length ? named : object.columns;
  const name = object.fields.get(object.nameField);
  return name ? [name, ...chosen.filter((field) => field !== name)] : chosen;
}

/** What can be a column: everything readable that is not kept out of sight. */
export function columnsOffered(object: CompiledObject): FieldMeta[] {
  return [...object.fields.values()].filter((field) => !field.hidden && field.type !== "lines");
}

/** The columns with one moved from a place to another. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const next = [...items];
  const [item] = next.splice(from, 1);
  if (item !== undefined) next.splice(to, 0, item);
  return next;
}

const KEPT = "tendero-column-widths";
type Widths = Record<string, Record<string, number>>;

function read(): Widths {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? "{}");
    return kept && typeof kept === "object" ? (kept as Widths) : {};
  } catch {
    return {};
  }
}

const widths = createStore<Widths>(read());

/** How wide this screen shows its columns: a choice of the device, like its light. */
export function useColumnWidths(object: CompiledObject) {
  const own = useStore(widths)[object.plural] ?? {};
  return {
    widthOf: (field: FieldMeta): number => own[field.name] ?? (isName(object, field) ? NAME_WIDTH : kitOf(field).width),
    /** The name takes the room that is left until somebody gives it a width. */
    isFlexible: (field: FieldMeta): boolean => isName(object, field) && own[field.name] === undefined,
    setWidth: (field: FieldMeta, width: number) => keep(object.plural, { ...own, [field.name]: within(width) }),
    reset: () => keep(object.plural, {}),
  };
}

const isName = (object: CompiledObject, field: FieldMeta) => field.name === object.nameField;

export const within = (width: number) => Math.round(Math.max(NARROWEST, Math.min(WIDEST, width)));

function keep(plural: string, own: Record<string, number>): void {
  const next = { ...widths.get(), [plural]: own };
  localStorage.setItem(KEPT, JSON.stringify(next));
  widths.set(next);
}
