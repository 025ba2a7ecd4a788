/**
 * The keys of the application. A page, a list or the frame says which keys it answers while it is there; the same words
 * fill the sheet that `?` opens. A key belongs to whoever asked for it last, so a page may take over one of the frame's.
 * Single letters are for reading, never for typing: they sleep in inputs and dialogs, and anybody may turn them off.
 */
import { useEffect, useRef } from "react";
import { createStore } from "@/lib/store";

export interface Shortcut {
  /** `c`, `?`, `shift+x`, `mod+k` (Ctrl, or ⌘ on a Mac), or one after the other: `g d`. */
  key: string;
  /** What it does, in the reader's words; without them it works but is not in the sheet. */
  words?: string;
  run(event: KeyboardEvent): void;
}

interface Layer {
  /** A key below `keys.scope` in the catalogue: app, list, record, board… */
  scope: string;
  shortcuts: readonly Shortcut[];
}

const OFF = "tendero-single-keys-off";
const SEQUENCE = 1_200;
const NAMED = new Set(["Shift", "Control", "Alt", "Meta", "AltGraph", "CapsLock", "Dead"]);
const SLEEPS_IN = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true]";
const OVER_PAGE = "[role=dialog], [role=menu], [role=listbox]";

export const layers = createStore<readonly Layer[]>([]);
export const singleKeys = createStore(localStorage.getItem(OFF) === null);

export function setSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, "1");
  singleKeys.set(on);
}

/** The key as shortcuts write it; a sign such as `?` says by itself whether Shift was held. */
export function nameOfKey(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const withShift = event.shiftKey && (event.key.length > 1 || /\p{L}|\s/u.test(key));
  return `${event.ctrlKey || event.metaKey ? "mod+" : ""}${withShift ? "shift+" : ""}${key}`;
}

let begun = "";
let begunAt = 0;

function find(name: string): Shortcut | undefined {
  for (const layer of layers.get().toReversed()) {
    const found = layer.shortcuts.find((shortcut) => shortcut.key === name);
    if (found) return found;
  }
  return undefined;
}

const begins = (name: string) =>
  layers.get().some((layer) => layer.shortcuts.some((shortcut) => shortcut.key.startsWith(`${name} `)));

function isAwake(event: KeyboardEvent, name: string): boolean {
  if (name.startsWith("mod+")) return true;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(SLEEPS_IN) || target?.closest(OVER_PAGE)) return false;
  return singleKeys.get() || event.key.length > 1;
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.altKey || NAMED.has(event.key)) return;
  const name = nameOfKey(event);
  if (!isAwake(event, name)) return;
  const isSecond = begun !== "" && event.timeStamp - begunAt < SEQUENCE;
  const found = (isSecond && find(`${begun} ${name}`)) || find(name);
  begun = "";
  if (found) {
    event.preventDefault();
    found.run(event);
  } else if (begins(name)) {
    begun = name;
    begunAt = event.timeStamp;
  }
}

/** Answers keys while the component is there. */
export function useShortcuts(scope: string, shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  const signature = shortcuts.map(({ key, words }) => `${key}\t${words ?? ""}`).join("\n");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature says whether a key or its words changed
  useEffect(() => {
    const layer: Layer = {
      scope,
      shortcuts: latest.current.map((one, at) => ({ ...one, run: (event) => latest.current[at]?.run(event) })),
    };
    if (layers.get().length === 0) document.addEventListener("keydown", onKey);
    layers.set([...layers.get(), layer]);
    return () => {
      layers.set(layers.get().filter((one) => one !== layer));
      if (layers.get().length === 0) document.removeEventListener("keydown", onKey);
    };
  }, [scope, signature]);
}
