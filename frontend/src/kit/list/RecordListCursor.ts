import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, type MouseEvent, type RefObject, useCallback, useMemo, useRef, useState } from "react";
import type { FieldMeta } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { useShortcuts } from "@/kit/shortcuts";
import { may } from "@/metadata/access";
import { type CompiledObject, isEditable, isSettable } from "@/metadata/compile";
import { bringEditor, type Onward, useEditing } from "./RecordListEditing";
import { isOfRecord, type Lines, nextRecord } from "./RecordListLines";
import type { SelectionOfList } from "./RecordListSelection";

export interface Place {
  line: number;
  column: number;
}

interface Asked {
  object: CompiledObject;
  columns: readonly FieldMeta[];
  lines: Lines;
  selection: SelectionOfList;
  scroller: RefObject<HTMLElement | null>;
  show(line: number): void;
  page: number;
}

const CELL = "[data-column]";

/** Where the keyboard is in a list, and what its keys do there. */
export function useCursor({ object, columns, lines, selection, scroller, show, page }: Asked) {
  const { t } = useWords();
  const navigate = useNavigate();
  const edits = useEditing(object);
  const { editing, setEditing, said, editor } = edits;
  const [at, setAt] = useState<Place>();
  const wantsFocus = useRef(false);
  const isWaiting = useRef(false);
  const mayUpdate = may(object.permissions, "update");

  const recordAt = (line: number) => {
    const found = lines.at(line);
    return found?.kind === "record" ? found.record : undefined;
  };
  const idAt = (line: number) => {
    const found = lines.at(line);
    return found && found.kind !== "group" ? found.id : undefined;
  };
  const entry = useMemo(() => (lines.at(0)?.kind === "record" ? 0 : nextRecord(lines, 0, 1)), [lines]);

  const go = (place: Place) => {
    const column = Math.max(0, Math.min(columns.length - 1, place.column));
    if (!isOfRecord(lines.at(place.line))) return;
    setAt({ line: place.line, column });
    show(place.line);
    wantsFocus.current = true;
  };

  /** Gives the focus to the cell of the cursor once it is drawn. */
  const takeFocus = () => {
    if (!wantsFocus.current || editing || !at) return;
    const cell = scroller.current?.querySelector<HTMLElement>(`[data-line="${at.line}"] [data-column="${at.column}"]`);
    if (!cell) return;
    // A place whose record has yet to come hands the focus on to it, unless somebody has gone elsewhere meanwhile.
    const isElsewhere =
      isWaiting.current && document.activeElement !== document.body && document.activeElement !== cell;
    isWaiting.current = wantsFocus.current = "waiting" in cell.dataset && !isElsewhere;
    if (isElsewhere) return;
    cell.focus({ preventScroll: true });
    if (at.column > 0) cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  };

  const edit = (place: Place) => {
    const record = recordAt(place.line);
    const field = columns[place.column];
    if (!record || !field || !mayUpdate || !isSettable(field, record)) return false;
    setAt(place);
    setEditing({ id: record.id, field: field.name });
    return true;
  };

  const onward = (then: Onward) => {
    wantsFocus.current = true;
    setEditing(null);
    if (then === "stay" || !at) return;
    const step = then === "next" ? 1 : -1;
    let { line, column } = at;
    for (let tried = 0; tried < columns.length; tried++) {
      column += step;
      if (column < 0 || column >= columns.length) {
        const beside = nextRecord(lines, line, step);
        if (beside === line) return;
        line = beside;
        column = step > 0 ? 0 : columns.length - 1;
      }
      const field = columns[column];
      if (!field || !isEditable(field)) continue;
      show(line);
      edit({ line, column });
      return;
    }
  };

  edits.onward.current = onward;

  const open = (id: string) => navigate({ to: "/records/$plural/$id", params: { plural: object.plural, id } });

  const keys = (event: KeyboardEvent<HTMLTableElement>) => {
    const cell = event.target instanceof HTMLElement && event.target.matches(CELL) ? event.target : null;
    if (!cell || !at) return;
    const { line, column } = at;
    const id = idAt(line);
    if (!id) return;
    const jump = event.ctrlKey || event.metaKey;
    const move = (place: Partial<Place>) => {
      const next = { line, column, ...place };
      if (event.shiftKey && next.line !== line) {
        const other = idAt(next.line);
        if (!selection.selection.ids.has(id)) selection.toggle(id, false);
        if (other) selection.toggle(other, true);
      }
      go(next);
    };
    const act: Record<string, () => void> = {
      ArrowDown: () => move({ line: nextRecord(lines, line, 1) }),
      ArrowUp: () => move({ line: nextRecord(lines, line, -1) }),
      ArrowRight: () => move({ column: jump ? columns.length - 1 : column + 1 }),
      ArrowLeft: () => move({ column: jump ? 0 : column - 1 }),
      PageDown: () => move({ line: nextRecord(lines, line, page) }),
      PageUp: () => move({ line: nextRecord(lines, line, -page) }),
      Home: () => move(jump ? { line: entry, column: 0 } : { column: 0 }),
      End: () => move(jump ? { line: nextRecord(lines, line, lines.count), column } : { column: columns.length - 1 }),
      Enter: () => {
        if (column === 0 || jump || !edit(at)) open(id);
      },
      F2: () => edit(at),
      " ": () => selection.toggle(id, event.shiftKey),
      Escape: () => selection.clear(),
      a: () => jump && selection.selectHere(),
    };
    if (event.key === "Tab") return leaveGrid(cell, event.shiftKey);
    const run = act[event.key];
    if (!run || (event.key === "a" && !jump)) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };

  const press = (event: MouseEvent<HTMLTableElement>) => {
    const target = event.target instanceof Element ? event.target : null;
    if (event.button !== 0 || !target || target.closest("a, button, input, textarea, [data-editor]")) return;
    const place = placeOf(target);
    if (!place) return;
    const wasHere = at?.line === place.line && at.column === place.column && document.activeElement?.matches(CELL);
    if (event.shiftKey) {
      event.preventDefault();
      const id = idAt(place.line);
      if (id) selection.toggle(id, true);
    } else if (wasHere && edit(place)) return;
    go(place);
  };

  const focus = useCallback((event: { target: EventTarget }) => {
    if (!(event.target instanceof Element) || !event.target.matches(CELL)) return;
    const place = placeOf(event.target);
    bringEditor();
    if (place) setAt((before) => (before?.line === place.line && before.column === place.column ? before : place));
  }, []);

  const here = () => at ?? { line: entry, column: 0 };
  useShortcuts("list", [
    {
      key: "j",
      words: t("list.keys.down"),
      run: () => go(at ? { ...at, line: nextRecord(lines, at.line, 1) } : here()),
    },
    {
      key: "k",
      words: t("list.keys.up"),
      run: () => go(at ? { ...at, line: nextRecord(lines, at.line, -1) } : here()),
    },
    {
      key: "x",
      words: t("list.keys.select"),
      run: () => {
        const id = idAt(here().line);
        if (id) selection.toggle(id, false);
        go(here());
      },
    },
    ...(mayUpdate
      ? [
          {
            key: "e",
            words: t("list.keys.edit"),
            run: () => {
              const place = here();
              if (!edit(place)) go(place);
            },
          },
        ]
      : []),
  ]);

  return {
    at,
    entry,
    editing,
    editor,
    said,
    takeFocus,
    handlers: { onKeyDown: keys, onMouseDown: press, onFocus: focus },
  };
}

function placeOf(target: Element): Place | undefined {
  const cell = target.closest<HTMLElement>(CELL);
  const row = cell?.closest<HTMLElement>("[data-line]");
  if (!cell || !row) return undefined;
  return { line: Number(row.dataset.line), column: Number(cell.dataset.column) };
}

/** Tab leaves the grid as if it were one stop: the browser goes on from beyond its last cell, or from before its first. */
function leaveGrid(cell: HTMLElement, isBack: boolean): void {
  const edge = isBack ? "before" : "after";
  cell.closest("section")?.querySelector<HTMLElement>(`[data-edge="${edge}"]`)?.focus({ preventScroll: true });
}
