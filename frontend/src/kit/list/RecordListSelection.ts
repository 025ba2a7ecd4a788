import { useCallback, useMemo, useRef, useState } from "react";

/** Some records, or all that the list's filter holds for, those included that nobody has scrolled to. */
export interface Selection {
  ids: ReadonlySet<string>;
  isAll: boolean;
}

export const NOTHING: Selection = { ids: new Set(), isAll: false };
/** A bulk takes so many records by their ids; beyond it is asked for by its filter. */
export const MOST_IDS = 1_000;

/** The records from one to another, both included, in the order of the list. */
export function rangeOf(ids: readonly string[], from: string, to: string): readonly string[] {
  const a = ids.indexOf(from);
  const b = ids.indexOf(to);
  if (a < 0 || b < 0) return [to];
  return ids.slice(Math.min(a, b), Math.max(a, b) + 1);
}

export function toggled(selection: Selection, ids: readonly string[], on: boolean): Selection {
  const next = new Set(selection.ids);
  for (const id of ids) {
    if (on) next.add(id);
    else next.delete(id);
  }
  return { ids: next, isAll: false };
}

/** What is ticked in a list. A click takes one, a click with Shift all from the last one to this one. */
export function useSelection(ids: () => readonly string[]) {
  const [selection, setSelection] = useState<Selection>(NOTHING);
  const last = useRef<string | undefined>(undefined);
  const here = useRef(ids);
  here.current = ids;

  const toggle = useCallback((id: string, withRange: boolean) => {
    const from = withRange ? last.current : undefined;
    setSelection((before) => {
      const held = before.isAll ? { ids: new Set(here.current()), isAll: false } : before;
      const on = !held.ids.has(id);
      return toggled(held, from ? rangeOf(here.current(), from, id) : [id], from ? true : on);
    });
    last.current = id;
  }, []);

  return useMemo(
    () => ({
      selection,
      toggle,
      /** The ids of what is ticked, in the order of the list. */
      inOrder: () => here.current().filter((id) => selection.ids.has(id)),
      selectHere: () => setSelection({ ids: new Set(here.current()), isAll: false }),
      selectAll: () => setSelection({ ids: new Set(here.current()), isAll: true }),
      clear: () => setSelection(NOTHING),
    }),
    [selection, toggle],
  );
}

export type SelectionOfList = ReturnType<typeof useSelection>;
