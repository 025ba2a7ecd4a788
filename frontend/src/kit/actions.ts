/** What the palette can run besides going somewhere and creating something. Features and pages add theirs. */
import type { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { Me } from "@/api/types";
import { createStore } from "@/lib/store";

export interface Action {
  id: string;
  /** What it does, asked each time the palette opens, so that it follows the language. */
  words(): string;
  /** Other words that people look for it by. */
  keywords?: string;
  /** Keys that do the same, shown beside it. */
  keys?: string;
  when?(me: Me): boolean;
  run(navigate: ReturnType<typeof useNavigate>): void;
}

/** Begins the id of an action that only goes somewhere. */
export const PLACE = "place-";

export const actions = createStore<readonly Action[]>([]);

/** Adds an action for good; returns what takes it away again. */
export function registerAction(action: Action): () => void {
  actions.set([...actions.get().filter((one) => one.id !== action.id), action]);
  return () => actions.set(actions.get().filter((one) => one !== action));
}

/** Offers actions while the component is there, before the ones that are always there. */
export function useActions(offered: readonly Action[]): void {
  const latest = useRef(offered);
  latest.current = offered;
  const signature = offered.map(({ id }) => id).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature says whether an action came or went
  useEffect(() => {
    const added: Action[] = latest.current.map((one, at) => ({
      ...one,
      words: () => latest.current[at]?.words() ?? "",
      run: (navigate) => latest.current[at]?.run(navigate),
    }));
    actions.set([...added, ...actions.get()]);
    return () => actions.set(actions.get().filter((one) => !added.includes(one)));
  }, [signature]);
}
