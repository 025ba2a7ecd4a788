import { queryOptions, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { compile } from "@/metadata/compile";
import { api, body } from "./client";
import { keys } from "./keys";
import type { Action, Agreed } from "./types";

const FRESH = 300_000;

export const objectsQuery = queryOptions({
  queryKey: keys.objects,
  queryFn: () => body(api.GET("/v1/objects")),
  staleTime: FRESH,
});

export const objectQuery = (plural: string) =>
  queryOptions({
    queryKey: keys.object(plural),
    queryFn: () => body(api.GET("/v1/objects/{plural}", { params: { path: { plural } } })),
    staleTime: FRESH,
    select: compile,
  });

export function useObjects() {
  return useSuspenseQuery(objectsQuery).data.items;
}

const NOTHING_AGREED: Agreed[] = [];

/** What a firm agrees on together beside its records, such as its segments; an answer kept offline may be older. */
export function useAgreed(): Agreed[] {
  return useSuspenseQuery(objectsQuery).data.agreed ?? NOTHING_AGREED;
}

/** Whether the reader may do this to what the firm agrees on under a plural. */
export function useMayManage(plural: string, action: Action): boolean {
  return useAgreed().some((one) => one.plural === plural && one.permissions[action] === "all");
}

/** The object under a plural; pages load it before they draw. */
export function useObject(plural: string) {
  return useSuspenseQuery(objectQuery(plural)).data;
}

export function useMaybeObject(plural: string | undefined) {
  return useQuery({ ...objectQuery(plural ?? ""), enabled: Boolean(plural) }).data;
}
