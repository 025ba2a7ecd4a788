import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { changeCached, refreshSoon } from "./cache";
import { api, body } from "./client";
import { keys } from "./keys";
import { ApiProblem } from "./problems";
import type { RecordRow } from "./types";

/** The history follows the record by a moment: it is asked again until it tells of the version that one sees. */
const AGAIN = 1_200;
const MOST_ASKED = 15;
const MOST_WAITS = 5;

export function useVersions(plural: string, id: string, version: number) {
  return useInfiniteQuery({
    queryKey: keys.versions(plural, id),
    queryFn: ({ pageParam, signal }) =>
      body(
        api.GET("/v1/records/{plural}/{id}/versions", {
          params: { path: { plural, id }, query: { limit: 25, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
    staleTime: 0,
    refetchInterval: ({ state }) => {
      const latest = state.data?.pages[0]?.items[0]?.version ?? 0;
      return state.data && latest < version && state.dataUpdateCount < MOST_ASKED ? AGAIN : false;
    },
  });
}

/** The record as it was. What has happened does not change, so it is asked once. */
export function useVersion(plural: string, id: string, version: number | null) {
  return useQuery({
    queryKey: [...keys.versions(plural, id), version],
    queryFn: () =>
      body(
        api.GET("/v1/records/{plural}/{id}/versions/{version}", {
          params: { path: { plural, id, version: String(version) } },
        }),
      ),
    enabled: version !== null && version > 0,
    staleTime: 600_000,
    retry: (count, problem) => count < MOST_WAITS && problem instanceof ApiProblem && problem.status === 503,
    retryDelay: AGAIN,
  });
}

export function useRestoreVersion(plural: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ record, version }: { record: RecordRow; version: number }) =>
      body(
        api.POST("/v1/records/{plural}/{id}/versions/{version}/restore", {
          params: {
            path: { plural, id: record.id, version: String(version) },
            header: { "If-Match": `"${record.version}"` },
          },
        }),
      ),
    onSuccess: ({ record }) => {
      changeCached(client, record.id, () => record);
      client.invalidateQueries({ queryKey: keys.versions(plural, record.id) });
      refreshSoon(client, plural);
    },
  });
}
