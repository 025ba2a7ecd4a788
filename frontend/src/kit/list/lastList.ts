/** The list of each object that was looked at last, so that its records know what comes before and after them. */
import type { RecordQuery } from "@/api/types";

const lists = new Map<string, RecordQuery>();

export function rememberList(plural: string, query: RecordQuery): void {
  lists.set(plural, query);
}

export const lastList = (plural: string) => lists.get(plural);
