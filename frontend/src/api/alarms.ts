import { queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";
import type { Answer } from "./types";

/** An alarm: which number is watched, what is waited for, how it stands. */
export type Alarm = Answer<"/v1/alarms/{id}", "get">;
export type Metric = Alarm["metric"] & object;
export type Rule = Alarm["rule"] & object;
export type AlarmState = NonNullable<Alarm["state"]>;
export type Figure = Answer<"/v1/alarms/figures", "get">["items"][number];
export type Preview = Answer<"/v1/alarms/preview", "post">;
export type Verdict = Preview["now"];
export type Raising = Answer<"/v1/alarms/{id}/raisings", "get">["items"][number];

export interface AlarmWish {
  name: string;
  metric: Metric;
  rule: Rule;
  people: string[];
  mail: boolean;
}

const PAGE = 20;
/** How soon one looks again while a new alarm waits for its first look. */
const SOON = 2_500;
const DAYS = 90;

const at = (id: string) => ({ params: { path: { id } } });
const ifMatch = (version: number) => ({ "If-Match": `"${version}"` });

const isUnseen = (alarm: Alarm | undefined) => Boolean(alarm?.watches && alarm.state && alarm.state.at === null);

export function useAlarms() {
  return useQuery({
    queryKey: keys.alarms,
    queryFn: async () => (await body(api.GET("/v1/alarms"))).items,
    refetchInterval: ({ state }) => (state.data?.some((alarm) => isUnseen(alarm as Alarm)) ? SOON : false),
  });
}

export const alarmQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.alarms, id],
    queryFn: () => body(api.GET("/v1/alarms/{id}", at(id))),
    refetchInterval: ({ state }) => (isUnseen(state.data) ? SOON : false),
  });

export function useAlarmWrites() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: keys.alarms });
  const create = useMutation({
    mutationFn: ({ once, ...wish }: AlarmWish & { once: string }) =>
      body(api.POST("/v1/alarms", { params: { header: { "Idempotency-Key": once } }, body: wish })),
    onSettled,
  });
  const change = useMutation({
    mutationFn: ({ id, version, ...wish }: AlarmWish & { id: string; version: number }) =>
      body(api.PATCH("/v1/alarms/{id}", { params: { path: { id }, header: ifMatch(version) }, body: wish })),
    onSuccess: (saved) => client.setQueryData(alarmQuery(saved.id).queryKey, saved),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      body(api.DELETE("/v1/alarms/{id}", { params: { path: { id }, header: ifMatch(version) } })),
    onSettled: () => client.invalidateQueries({ queryKey: keys.alarms, exact: true }),
  });
  return { create, change, remove };
}

/** Where numbers come from, the things that have some, and the figures of one, for whoever chooses. */
export function useSources() {
  return useQuery({
    queryKey: [...keys.alarms, "sources"],
    queryFn: async () => (await body(api.GET("/v1/alarms/sources"))).items,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useSubjects(source: string, q: string) {
  return useQuery({
    queryKey: [...keys.alarms, "subjects", source, q],
    queryFn: async () => (await body(api.GET("/v1/alarms/subjects", { params: { query: { source, q } } }))).items,
    enabled: Boolean(source),
    placeholderData: (kept) => kept,
  });
}

export function useFigures(source: string, of: string) {
  return useQuery({
    queryKey: [...keys.alarms, "figures", source, of],
    queryFn: () => body(api.GET("/v1/alarms/figures", { params: { query: { source, of } } })),
    enabled: Boolean(source && of),
  });
}

/** What a rule says of a number now, and would have said of its last thirty days. */
export function usePreview(metric: Metric | null, rule: Rule | null) {
  return useQuery({
    queryKey: [...keys.alarms, "preview", metric, rule],
    queryFn: () => body(api.POST("/v1/alarms/preview", { body: { metric: metric as Metric, rule: rule as Rule } })),
    enabled: Boolean(metric && rule),
    placeholderData: (kept) => kept,
    retry: false,
  });
}

/** What the number was on each day that is known, the oldest first. */
export function useAlarmDays(id: string) {
  return useQuery({
    queryKey: [...keys.alarms, id, "days"],
    queryFn: async () =>
      (
        await body(api.GET("/v1/alarms/{id}/days", { params: { path: { id }, query: { days: DAYS } } }))
      ).items.toReversed(),
  });
}

/** When it was raised, the latest first. */
export function useRaisings(id: string) {
  return useInfiniteQuery({
    queryKey: [...keys.alarms, id, "raisings"],
    queryFn: ({ pageParam }) =>
      body(
        api.GET("/v1/alarms/{id}/raisings", {
          params: { path: { id }, query: { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
  });
}
