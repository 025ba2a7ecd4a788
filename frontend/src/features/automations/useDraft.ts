import { useEffect, useEffectEvent, useRef, useState } from "react";
import { type Draft, everyStep } from "./draft";

/** What is typed in one go is taken back in one go. */
const ONE_GO = 700;
const MOST = 100;
/** Where a key belongs to the text, which takes back its own letters. */
const TEXT = "input, textarea, [contenteditable]";

/** Which steps there are, in their order. */
const shapeOf = (draft: Draft) =>
  everyStep(draft.steps)
    .map((step) => step.id)
    .join();

/** A draft and what it was before each change; `taken` counts how often its parts have to begin anew. */
export function useDraft(begun: Draft) {
  const [draft, setDraft] = useState(begun);
  const [past, setPast] = useState<readonly Draft[]>([]);
  const [taken, setTaken] = useState(0);
  const changedAt = useRef(0);

  const change = (part: Partial<Draft>) => {
    const now = Date.now();
    const isOneGo = now - changedAt.current <= ONE_GO && shapeOf({ ...draft, ...part }) === shapeOf(draft);
    if (!isOneGo) setPast((held) => [...held, draft].slice(-MOST));
    changedAt.current = now;
    setDraft((held) => ({ ...held, ...part }));
  };
  /** Puts another in its place, as a change that can be taken back. */
  const take = (next: Draft) => {
    setPast((held) => [...held, draft].slice(-MOST));
    setDraft(next);
    setTaken((count) => count + 1);
  };
  /** Begins anew with what was saved. */
  const begin = (saved: Draft) => {
    setDraft(saved);
    setPast([]);
  };
  const undo = () => {
    const before = past.at(-1);
    if (!before) return;
    changedAt.current = 0;
    setPast(past.slice(0, -1));
    setDraft(before);
    setTaken((count) => count + 1);
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z";
    const where = event.target instanceof Element ? event.target : null;
    if (!isUndo || !past.length || where?.closest(TEXT) || document.querySelector("[role=dialog]")) return;
    event.preventDefault();
    undo();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return { draft, taken, change, take, begin, undo, canUndo: past.length > 0 };
}
