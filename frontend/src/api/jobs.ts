import { queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { api, body } from "./client";
import { keys } from "./keys";
import type { Job } from "./types";

const FIRST_WAIT = 500;
const LONGEST_WAIT = 4_000;
/** Lists, counters and search follow the stream by a moment. */
const STREAM_LAG = 1_500;

export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: keys.job(id),
    queryFn: ({ signal }) => body(api.GET("/v1/jobs/{id}", { params: { path: { id } }, signal })),
  });

/** A piece of long work, asked again with patience while it runs; what it changed is read anew when it ends. */
export function useJob(id: string) {
  const client = useQueryClient();
  const job = useQuery({
    ...jobQuery(id),
    refetchInterval: ({ state }) =>
      state.data && !state.data.is_running ? false : Math.min(FIRST_WAIT + state.dataUpdateCount * 250, LONGEST_WAIT),
  });
  const isRunning = job.data?.is_running;
  const ran = useRef(false);
  useEffect(() => {
    if (isRunning) ran.current = true;
    if (isRunning !== false || !ran.current) return;
    ran.current = false;
    const refresh = () => {
      client.invalidateQueries({ queryKey: ["records"] });
      client.invalidateQueries({ queryKey: ["segments"] });
    };
    refresh();
    setTimeout(refresh, STREAM_LAG);
    client.invalidateQueries({ queryKey: keys.jobs, exact: true });
  }, [isRunning, client]);
  return job;
}

const PAGE = 30;

/** Long work of every kind, newest first; looked at again while some of it runs. */
export function useJobs() {
  return useInfiniteQuery({
    queryKey: keys.jobs,
    queryFn: ({ pageParam, signal }) =>
      body(
        api.GET("/v1/jobs", {
          params: { query: { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some((job) => job.is_running)) ? LONGEST_WAIT : false,
  });
}

function useJobAct(act: (id: string) => Promise<Job>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (job) => {
      client.setQueryData(keys.job(job.id), job);
      client.invalidateQueries({ queryKey: keys.jobs, exact: true });
    },
  });
}

export function useStopJob() {
  return useJobAct((id) => body(api.POST("/v1/jobs/{id}/stop", { params: { path: { id } } })));
}

export function useUndoJob() {
  return useJobAct((id) => body(api.POST("/v1/jobs/{id}/undo", { params: { path: { id } } })));
}

/** Where the verdict of every record can be downloaded, for a few minutes. */
export async function jobVerdictsUrl(id: string): Promise<string> {
  return (await body(api.GET("/v1/jobs/{id}/verdicts.csv", { params: { path: { id } } }))).url;
}

/** How many records met each end; nothing for work that tells no such figures. */
export function countsOf(job: Job): Record<string, number> {
  const result = (job.result ?? {}) as Record<string, unknown>;
  const counts = result.counts;
  return counts && typeof counts === "object" ? (counts as Record<string, number>) : {};
}

export interface UndoTold {
  undone: number;
  kept: number;
  kept_records?: { object: string; id: string; name: string; reason: string }[];
}

/** What came of taking the work back. */
export function undoOf(job: Job): UndoTold | undefined {
  const undo = ((job.result ?? {}) as Record<string, unknown>).undo;
  return undo && typeof undo === "object" ? (undo as UndoTold) : undefined;
}
