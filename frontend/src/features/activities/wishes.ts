import type { QueryClient } from "@tanstack/react-query";
import type { Change } from "@/api/recordWrites";
import type { RecordRow } from "@/api/types";
import { createStore } from "@/lib/store";

/** Whom a call or a meeting was with. */
export interface About {
  plural: string;
  id: string;
  name: string;
}

export interface LogWish {
  plural: string;
  about?: About;
}

export const logWishes = createStore<LogWish | null>(null);
/** What was just finished, after which something may follow: a task, a call, a meeting. */
export const finished = createStore<RecordRow | null>(null);

/** Notes what happened with somebody, from anywhere. */
export const openLog = (wish: LogWish) => logWishes.set(wish);

/** Asks what comes next when a task is finished, wherever that was done: by its tick, in a list, on a board. */
export function watchFinishedTasks(client: QueryClient): () => void {
  return client.getMutationCache().subscribe((event) => {
    if (event.type !== "updated" || event.action.type !== "success") return;
    const [what, plural] = event.mutation.options.mutationKey ?? [];
    const change = event.mutation.state.variables as Change | undefined;
    if (what !== "patch" || plural !== "tasks" || !change?.changes.status) return;
    if (change.changes.status !== "done") finished.set(null);
    else if (change.record.status !== "done") finished.set(change.record);
  });
}
