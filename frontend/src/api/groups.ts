import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";
import type { Filter } from "./types";

const FRESH = 15_000;

export const groupsQuery = (plural: string, by: string, filter?: Filter) =>
  queryOptions({
    queryKey: keys.groups(plural, by, filter),
    queryFn: ({ signal }) =>
      body(
        api.POST("/v1/records/{plural}/groups", {
          params: { path: { plural } },
          body: filter ? { by, filter } : { by },
          signal,
        }),
      ),
    staleTime: FRESH,
    placeholderData: keepPreviousData,
  });

/** How many records, and how much money, there are for each value of a field, under a filter. */
export function useGroups(plural: string, by: string, filter?: Filter, enabled = true) {
  return useQuery({ ...groupsQuery(plural, by, filter), enabled });
}
