import { queryOptions, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { compile } from "@/metadata/compile";
import { api, body } from "./client";
import { keys } from "./keys";

const FRESH = 300_000;

export const objectsQuery = queryOptions({
  queryKey: keys.objects,
  queryFn: async () => (await body(api.GET("/v1/objects"))).items,
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
  return useSuspenseQuery(objectsQuery).data;
}

/** The object under a plural; pages load it before they draw. */
export function useObject(plural: string) {
  return useSuspenseQuery(objectQuery(plural)).data;
}

export function useMaybeObject(plural: string | undefined) {
  return useQuery({ ...objectQuery(plural ?? ""), enabled: Boolean(plural) }).data;
}
