import { useMutation, useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";
import type { Answer } from "./types";

/** Addresses that a campaign, or every mail, leaves out. */
export type ExclusionList = Answer<"/v1/exclusions", "get">["items"][number];

export interface ListWish {
  name: string;
  description: string;
  always: boolean;
  unless_consented: boolean;
}

/** How many hashes one request takes. */
export const AT_ONCE = 1_000;

const ifMatch = (version: number) => ({ "If-Match": `"${version}"` });

export function useExclusions() {
  return useQuery({
    queryKey: keys.exclusions,
    queryFn: async () => (await body(api.GET("/v1/exclusions"))).items,
  });
}

/** How many addresses are on each list, by its id; undefined while they are counted. */
export function useListSizes(ids: readonly string[]): Record<string, number | undefined> {
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: [...keys.exclusions, id, "size"],
      queryFn: () => body(api.GET("/v1/exclusions/{id}/size", { params: { path: { id } } })),
    })),
    combine: (found) => Object.fromEntries(ids.map((id, at) => [id, found[at]?.data?.size])),
  });
}

export function useExclusionWrites() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: keys.exclusions });
  const create = useMutation({
    mutationFn: ({ once, ...wish }: ListWish & { once: string }) =>
      body(api.POST("/v1/exclusions", { params: { header: { "Idempotency-Key": once } }, body: wish })),
    onSettled,
  });
  const change = useMutation({
    mutationFn: ({ id, version, ...wish }: Partial<ListWish> & { id: string; version: number }) =>
      body(api.PATCH("/v1/exclusions/{id}", { params: { path: { id }, header: ifMatch(version) }, body: wish })),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      body(api.DELETE("/v1/exclusions/{id}", { params: { path: { id }, header: ifMatch(version) } })),
    onSettled: () => client.invalidateQueries({ queryKey: keys.exclusions, exact: true }),
  });
  return { create, change, remove };
}

/** Puts addresses on a list, or takes them off, known by their hashes alone; what went so far is told. */
export function useListEntries(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (wish: { hashes: string[]; isOn: boolean; onProgress(done: number): void }) => {
      let changed = 0;
      for (let first = 0; first < wish.hashes.length; first += AT_ONCE) {
        const options = { params: { path: { id } }, body: { hashes: wish.hashes.slice(first, first + AT_ONCE) } };
        const answer = await body(
          wish.isOn
            ? api.POST("/v1/exclusions/{id}/entries", options)
            : api.POST("/v1/exclusions/{id}/entries/remove", options),
        );
        changed += answer.changed;
        wish.onProgress(Math.min(first + AT_ONCE, wish.hashes.length));
      }
      return changed;
    },
    onSettled: () => client.invalidateQueries({ queryKey: [...keys.exclusions, id, "size"] }),
  });
}
