import type { RecordRow, Values } from "@/api/types";
import { createStore } from "@/lib/store";
import type { CompiledObject } from "@/metadata/compile";

type Choice = "mine" | "theirs";

export interface Conflict {
  object: CompiledObject;
  mine: Values;
  theirs: RecordRow;
  answer(choice: Choice): void;
}

export const conflicts = createStore<Conflict | null>(null);

/** Somebody changed the record meanwhile: shows both values and asks which one stays. */
export function askConflict(object: CompiledObject, mine: Values, theirs: RecordRow): Promise<Choice> {
  return new Promise((resolve) => {
    const answer = (choice: Choice) => {
      conflicts.set(null);
      resolve(choice);
    };
    conflicts.set({ object, mine, theirs, answer });
  });
}
