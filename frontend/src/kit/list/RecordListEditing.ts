import { useMemo, useRef, useState } from "react";
import type { FieldMeta, RecordRow } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { showProblem } from "@/kit/notices";
import { errorTexts } from "@/kit/problemText";
import { useChange } from "@/kit/useChange";
import { type CompiledObject, nameOf } from "@/metadata/compile";

/** A cell that is being edited; after a refusal with what was typed and what was wrong with it. */
export interface Editing {
  id: string;
  field: string;
  typed?: { value: unknown; errors: Record<string, string> };
}

export type Onward = "stay" | "next" | "previous";

export interface Editor {
  save(record: RecordRow, field: FieldMeta, value: unknown, then: Onward): void;
  leave(then: Onward): void;
}

/** One notice at a time says what was changed last. */
const UNDO = "list-change";

/** A cell that has the focus may be edited next: what edits it is brought by then, so that no keystroke is lost. */
export const loadEditor = () => import("./RecordTableEditor");
let isBrought = false;
export function bringEditor(): void {
  if (isBrought) return;
  isBrought = true;
  loadEditor().catch(() => {});
  import("@/fields/inputs/inputs").catch(() => {});
}

/** The cell of a list that is being edited, and what becomes of it: kept at once, or open again with what was wrong. */
export function useEditing(object: CompiledObject) {
  const { t, label } = useWords();
  const change = useChange(object);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [said, setSaid] = useState("");
  /** Where the keyboard goes when an edit is over; the cursor says. */
  const onward = useRef<(then: Onward) => void>(() => {});
  /** Two changes of one record are sent one after the other: the second needs the version that the first makes. */
  const unsaved = useRef(new Map<string, Promise<RecordRow | null>>());

  const save: Editor["save"] = (record, field, value, then) => {
    onward.current(then);
    const told = t("list.changed", { field: label(field.label), name: nameOf(record, object.nameField) });
    const saving = (unsaved.current.get(record.id) ?? Promise.resolve(record))
      .catch(() => record)
      .then((newest) => {
        const version = Math.max(record.version, newest?.version ?? 0);
        return change({ ...record, version }, { [field.name]: value }, told, UNDO);
      });
    unsaved.current.set(record.id, saving);
    saving
      .catch((problem) => {
        const errors = errorTexts(problem, t);
        const words = errors[field.name];
        if (!words) return showProblem(problem);
        setEditing((now) => now ?? { id: record.id, field: field.name, typed: { value, errors } });
        setSaid(words);
      })
      .finally(() => {
        if (unsaved.current.get(record.id) === saving) unsaved.current.delete(record.id);
      });
  };

  /** The same for every drawing, so that rows that do not change are not drawn again. */
  const latest = useRef(save);
  latest.current = save;
  const editor = useMemo<Editor>(
    () => ({
      leave: (then) => onward.current(then),
      save: (...all) => latest.current(...all),
    }),
    [],
  );
  return { editing, setEditing, said, editor, onward };
}
