import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";
import type { ExportWish } from "./types";

const FIRST_WAIT = 400;
const LONGEST_WAIT = 3_000;

const readExport = (id: string, signal?: AbortSignal) =>
  body(api.GET("/v1/exports/{id}", { params: { path: { id } }, ...(signal ? { signal } : {}) }));

/** An export, asked again with patience until its file is there. */
export function useExport(id: string | undefined) {
  return useQuery({
    queryKey: keys.export(id ?? ""),
    queryFn: ({ signal }) => readExport(id ?? "", signal),
    enabled: Boolean(id),
    refetchInterval: ({ state }) =>
      state.data && state.data.state !== "running"
        ? false
        : Math.min(FIRST_WAIT + state.dataUpdateCount * 200, LONGEST_WAIT),
  });
}

export function useNewExport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: ExportWish) => body(api.POST("/v1/exports", { body: wish })),
    onSuccess: (made) => {
      client.setQueryData(keys.export(made.id), made);
      client.invalidateQueries({ queryKey: keys.jobs, exact: true });
    },
  });
}

/** Where a finished export lies now: its link is made anew for whoever asks, and lives for minutes. */
export async function exportUrl(id: string): Promise<string | undefined> {
  return (await readExport(id)).download?.url;
}
