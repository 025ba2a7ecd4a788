/** Segments that are filled by hand, and those that come of measuring customers. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";
import type { Schemas } from "./segmentTypes";
import type { Filter, Job } from "./types";

/** What a list takes at once. */
const AT_ONCE = 500;
const SEGMENTS = ["segments"] as const;

export interface Moved {
  added: string[];
  removed: string[];
}

async function move(id: string, { added, removed }: Moved): Promise<Moved> {
  const moved: Moved = { added: [], removed: [] };
  for (let at = 0; at < Math.max(added.length, removed.length); at += AT_ONCE) {
    const told = await body(
      api.POST("/v1/segments/{id}/members", {
        params: { path: { id } },
        body: { add: added.slice(at, at + AT_ONCE), remove: removed.slice(at, at + AT_ONCE) },
      }),
    );
    moved.added.push(...told.added);
    moved.removed.push(...told.removed);
  }
  return moved;
}

/** Puts records on a list and takes others off it; answers which came and went, so that just those can go back. */
export function useMoveMembers() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, add = [], remove = [] }: { id: string; add?: string[]; remove?: string[] }) =>
      move(id, { added: add, removed: remove }),
    onSettled: () => client.invalidateQueries({ queryKey: SEGMENTS }),
  });
}

/** Where the members of a list come from. */
type Source = { filter: Filter | null } | { import: string };

/** Begins to put all that a filter finds, or all that an import brought, on a list. */
export function useFillList() {
  return useMutation({
    mutationFn: async ({ id, key, ...from }: Source & { id: string; key: string }) => {
      const params = { path: { id }, header: { "Idempotency-Key": key } };
      const job =
        "import" in from
          ? await body(api.POST("/v1/segments/{id}/members/by-import", { params, body: from }))
          : await body(
              api.POST("/v1/segments/{id}/members/by-filter", {
                params,
                body: { filter: (from.filter ?? { all: [] }) as Schemas["Filter"] },
              }),
            );
      return job as unknown as Job;
    },
  });
}

/** What tells who bought what, when and for how much. */
interface Customers {
  object: string;
  related: string;
  date: string;
  amount: string;
}

/** Begins to group the customers of an object by how recently, how often and for how much they bought. */
export function useGroupCustomers() {
  return useMutation({
    mutationFn: async ({ key, ...asked }: Customers & { key: string }) =>
      (await body(
        api.POST("/v1/segments/rfm", { params: { header: { "Idempotency-Key": key } }, body: asked }),
      )) as unknown as Job,
  });
}
