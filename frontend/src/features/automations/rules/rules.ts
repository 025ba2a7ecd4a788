/** A rule of assignment, what each person has had of it, and what may be changed of it. */
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { useMayManage } from "@/api/objects";
import { seenAs } from "@/api/seeing";
import type { Answer, Filter } from "@/api/types";
import type { Assignment } from "../offers";

export interface Rule extends Assignment {
  version: number;
}

type Told = Answer<"/v1/assignments/{id}/shares", "get">;
export type Group = Told["groups"][number];
export type Share = Group["people"][number];
export type Given = Told["latest"][number];

export interface Shares extends Omit<Told, "open_work"> {
  open_work: Filter | null;
}

export const OF = "assignments";
const LOOK_AGAIN = 10_000;

/** Whether this person may change rules, and so see what others have. */
export function useMayGiveOut(): boolean {
  return useMayManage(OF, "update") && !seenAs();
}

export const ruleQuery = (id: string) =>
  queryOptions({
    queryKey: [OF, id],
    queryFn: async () => (await body(api.GET("/v1/assignments/{id}", { params: { path: { id } } }))) as unknown as Rule,
  });

/** Whose turn it is, what each has had and has open, and what was given out last. */
export function useShares(id: string, isWanted: boolean) {
  return useQuery({
    queryKey: [OF, id, "shares"],
    queryFn: async () =>
      (await body(api.GET("/v1/assignments/{id}/shares", { params: { path: { id } } }))) as unknown as Shares,
    enabled: isWanted,
    refetchInterval: LOOK_AGAIN,
  }).data;
}

export function useRuleWrites(id: string) {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: [OF] });
  const change = useMutation({
    mutationFn: async (wish: Partial<Omit<Rule, "id" | "object" | "version">>) => {
      // Somebody else may have changed another part meanwhile; what is changed here stands for itself.
      const { version } = await client.fetchQuery({ ...ruleQuery(id), staleTime: 0 });
      const params = { path: { id }, header: { "If-Match": `"${version}"` } };
      return (await body(api.PATCH("/v1/assignments/{id}", { params, body: wish as never }))) as unknown as Rule;
    },
    onSuccess: (saved) => client.setQueryData(ruleQuery(id).queryKey, saved),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: (version: number) =>
      body(api.DELETE("/v1/assignments/{id}", { params: { path: { id }, header: { "If-Match": `"${version}"` } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: [OF, "names"] }),
  });
  return { change, remove };
}
