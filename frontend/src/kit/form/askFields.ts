import type { RecordRow, Values } from "@/api/types";
import { createStore } from "@/lib/store";
import type { CompiledObject } from "@/metadata/compile";

export interface Question {
  object: CompiledObject;
  record: RecordRow;
  names: string[];
  answer(values: Values | null): void;
}

export const questions = createStore<Question | null>(null);

/** Asks what a change still needs, such as why a deal was lost; null when the person thinks better of it. */
export function askFields(object: CompiledObject, record: RecordRow, names: string[]): Promise<Values | null> {
  return new Promise((resolve) => {
    const answer = (values: Values | null) => {
      questions.set(null);
      resolve(values);
    };
    questions.set({ object, record, names, answer });
  });
}
