import {
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { api, body } from "./client";
import type { PlanEnd } from "./plans";
import type { Answer, Filter, Label, Language } from "./types";

type Row = Answer<"/v1/automations", "get">["items"][number];

/** A length of time by its units: `{"days": 3}`. */
export type Span = Partial<Record<"minutes" | "hours" | "days" | "weeks", number>>;

export type TriggerKind = Row["trigger"]["kind"];

/** What an automation begins with; its parts depend on its kind. */
export interface Trigger {
  kind: TriggerKind;
  [part: string]: unknown;
}

export type StepKind = "action" | "wait" | "wait_until" | "branch" | "stop";

export interface Way {
  label: string;
  condition: Filter | null;
  steps: Step[];
}

/** One step; its parts depend on its kind. `otherwise` are the steps of a branch, or what a wait in vain leads to. */
export interface Step {
  id: string;
  kind: StepKind;
  label?: string;
  action?: string;
  with?: Record<string, unknown>;
  for?: Span;
  at?: string;
  field?: string;
  offset?: Span;
  condition?: Filter | null;
  most?: Span;
  branches?: Way[];
  otherwise?: Step[] | "go_on" | "stop";
}

/** What an automation says, without its name. */
export interface AutomationContent {
  object: string;
  trigger: Trigger;
  conditions: Filter | null;
  exit: Filter | null;
  /** What ends a run early because its record's person did it since they entered. */
  ends_on: PlanEnd[];
  steps: Step[];
  reentry: "never" | "again";
  cooldown: Span | null;
  most_an_hour: number;
  description: string;
}

export interface Automation
  extends Omit<Row, keyof AutomationContent | "enabled" | "enabled_at" | "tripped" | "starter">,
    AutomationContent {
  enabled: boolean;
  enabled_at: string | null;
  tripped: { why: string; at: string } | null;
  starter: string | null;
}

export type AutomationInShort = Pick<
  Automation,
  "id" | "name" | "object" | "trigger" | "description" | "enabled" | "enabled_at" | "tripped" | "starter" | "version"
>;

export type Counts = Answer<"/v1/automations/{id}/counts", "get">;
export type Run = Answer<"/v1/automations/{id}/runs", "get">["items"][number];
export type RunState = Run["state"];
export type RunWithLog = Answer<"/v1/automations/{id}/runs/{run}", "get">;
export type LogLine = RunWithLog["log"][number];
export type Verdict = Answer<"/v1/automations/{id}/runs/{run}/undo", "post">["items"][number];
export type RunOfRecord = Pick<Run, "id" | "automation" | "name" | "version" | "state" | "entered_at" | "ended_at">;

export interface ParameterPart {
  name: string;
  shape: "text" | "lines" | "boolean" | "number" | "choice" | "id" | "ids" | "values" | "condition" | "items";
  label: Label;
  required: boolean;
  of: string | null;
  options: { value: string; label: Label }[];
}

export interface ActionPart {
  name: string;
  label: Label;
  needs_person: boolean;
  parameters: ParameterPart[];
}

/** What automations are made of, as the API offers it. */
export interface Parts {
  triggers: { kind: TriggerKind; label: Label }[];
  actions: ActionPart[];
}

export interface Starter {
  key: string;
  label: Label;
  says: Label;
  needs_segment: boolean;
  is_used: boolean;
}

export interface Trial extends Omit<Answer<"/v1/automations/{id}/try", "post">, "steps"> {
  steps: { step: string; kind: string; state: string; at: string; told: Record<string, unknown> }[];
}

const KEY = ["automations"] as const;
const LOOK_AGAIN = 10_000;
const ifMatch = (version: number) => ({ "If-Match": `"${version}"` });
const at = (id: string) => ({ params: { path: { id } } });

// The document of the API says of conditions and steps only that they are objects.
const sent = (wish: { name: string } & AutomationContent) => wish as never;

export function useAutomations() {
  return useQuery({
    queryKey: KEY,
    queryFn: async () => (await body(api.GET("/v1/automations"))).items as unknown as AutomationInShort[],
  });
}

export const automationQuery = (id: string) =>
  queryOptions({
    queryKey: [...KEY, id],
    queryFn: async () => (await body(api.GET("/v1/automations/{id}", at(id)))) as unknown as Automation,
  });

const countsQuery = (id: string) =>
  queryOptions({
    queryKey: [...KEY, id, "counts"],
    queryFn: () => body(api.GET("/v1/automations/{id}/counts", at(id))),
    refetchInterval: LOOK_AGAIN,
  });

/** How many entered, how they came out, and how many stand at each step. */
export const useCounts = (id: string) => useQuery(countsQuery(id)).data;

/** The counts of several automations, in their order, as far as they have come. */
export function useCountsOf(ids: readonly string[]): (Counts | undefined)[] {
  return useQueries({ queries: ids.map(countsQuery) }).map((one) => one.data);
}

export function useParts() {
  return useQuery({
    queryKey: [...KEY, "parts"],
    queryFn: async () => (await body(api.GET("/v1/automation-parts"))) as unknown as Parts,
    staleTime: 300_000,
  });
}

export function useStarters(isWanted = true) {
  return useQuery({
    queryKey: [...KEY, "starters"],
    queryFn: async () => (await body(api.GET("/v1/automation-starters"))).items as unknown as Starter[],
    enabled: isWanted,
  });
}

export interface StarterWish {
  key: string;
  language: Language;
  segment?: string | undefined;
  enable: boolean;
  once: string;
}

export function useAutomationWrites() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: KEY });
  const begin = useMutation({
    mutationFn: ({ key, once, segment, ...wish }: StarterWish) =>
      body(
        api.POST("/v1/automation-starters/{key}", {
          params: { path: { key }, header: { "Idempotency-Key": once } },
          body: { ...wish, ...(segment ? { segment } : {}) },
        }),
      ),
    onSettled,
  });
  const create = useMutation({
    mutationFn: ({ key, ...wish }: AutomationContent & { name: string; key: string }) =>
      body(api.POST("/v1/automations", { params: { header: { "Idempotency-Key": key } }, body: sent(wish) })),
    onSettled,
  });
  const change = useMutation({
    mutationFn: async ({ id, version, ...wish }: AutomationContent & { id: string; name: string; version: number }) =>
      (await body(
        api.PATCH("/v1/automations/{id}", {
          params: { path: { id }, header: ifMatch(version) },
          body: sent(wish),
        }),
      )) as unknown as Automation,
    onSuccess: (saved) => client.setQueryData(automationQuery(saved.id).queryKey, saved),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      body(api.DELETE("/v1/automations/{id}", { params: { path: { id }, header: ifMatch(version) } })),
    onSettled,
  });
  const enable = useMutation({
    mutationFn: ({ id, ...wish }: { id: string; who: "new" | "matching"; version: number }) =>
      body(api.POST("/v1/automations/{id}/enable", { ...at(id), body: wish })),
    onSettled,
  });
  const disable = useMutation({
    mutationFn: ({ id, stop_runs }: { id: string; stop_runs: boolean }) =>
      body(api.POST("/v1/automations/{id}/disable", { ...at(id), body: { stop_runs } })),
    onSettled,
  });
  return { begin, create, change, remove, enable, disable };
}

/** When each version was stored, and by whom, the latest first. */
export function useVersions(id: string) {
  return useQuery({
    queryKey: [...KEY, id, "versions"],
    queryFn: async () =>
      (await body(api.GET("/v1/automations/{id}/versions", { params: { path: { id }, query: { limit: 50 } } }))).items,
  });
}

/** What a version says, to be looked at or taken up again. */
export async function readVersion(id: string, version: number): Promise<Partial<AutomationContent>> {
  const params = { path: { id, version: String(version) } };
  return (await body(
    api.GET("/v1/automations/{id}/versions/{version}", { params }),
  )) as unknown as Partial<AutomationContent>;
}

/** How many records meet the conditions now and may enter. */
export function useAudience(id: string) {
  return useQuery({
    queryKey: [...KEY, id, "audience"],
    queryFn: () => body(api.GET("/v1/automations/{id}/audience", at(id))),
    gcTime: 0,
    retry: false,
  });
}

export function useTrial(id: string, record: string | undefined) {
  return useQuery({
    queryKey: [...KEY, id, "try", record],
    queryFn: async () =>
      (await body(
        api.POST("/v1/automations/{id}/try", { ...at(id), body: { record: record ?? "" } }),
      )) as unknown as Trial,
    enabled: Boolean(record),
    gcTime: 0,
    retry: false,
  });
}

const PAGE = 50;

/** The runs of an automation, newest first; a page that asks for a state or a step may be short and have a next one. */
export function useRuns(
  id: string,
  asked: { [one in "at" | "passed" | "since"]: string | undefined } & { state: RunState | undefined },
) {
  const { state, at: standing_at, passed, since } = asked;
  return useInfiniteQuery({
    queryKey: [...KEY, id, "runs", asked],
    queryFn: ({ pageParam, signal }) =>
      body(
        api.GET("/v1/automations/{id}/runs", {
          params: {
            path: { id },
            query: {
              limit: PAGE,
              ...(state ? { state } : {}),
              ...(standing_at ? { standing_at } : {}),
              ...(passed ? { passed } : {}),
              ...(since ? { since } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    refetchInterval: ({ state: held }) => ((held.data?.pages.length ?? 0) > 1 ? false : LOOK_AGAIN),
  });
}

export const runQuery = (id: string, run: string) =>
  queryOptions({
    queryKey: [...KEY, id, "run", run],
    queryFn: () => body(api.GET("/v1/automations/{id}/runs/{run}", { params: { path: { id, run } } })),
    refetchInterval: ({ state }) =>
      state.data?.state === "running" ? 2_000 : state.data?.state === "waiting" ? LOOK_AGAIN : false,
  });

/** Takes a run up again, ends it, or takes back what it did to records. */
export function useRunWrites(id: string) {
  const client = useQueryClient();
  const onSettled = () =>
    Promise.all([KEY, ["records"]].map((queryKey) => client.invalidateQueries({ queryKey: [...queryKey] })));
  const one = (run: string) => ({ params: { path: { id, run } } });
  const retry = useMutation({
    mutationFn: (run: string) => body(api.POST("/v1/automations/{id}/runs/{run}/retry", one(run))),
    onSettled,
  });
  const stop = useMutation({
    mutationFn: (run: string) => body(api.POST("/v1/automations/{id}/runs/{run}/stop", one(run))),
    onSettled,
  });
  const undo = useMutation({
    mutationFn: (run: string) => body(api.POST("/v1/automations/{id}/runs/{run}/undo", one(run))),
    onSettled,
  });
  const retryAll = useMutation({
    mutationFn: () => body(api.POST("/v1/automations/{id}/retry", at(id))),
    onSettled,
  });
  return { retry, stop, undo, retryAll };
}

/** The automations that a record is or was in, by its latest runs. */
export function useAutomationsOf(plural: string, id: string) {
  return useQuery({
    queryKey: ["records", plural, "automations", id],
    queryFn: async () =>
      (await body(api.GET("/v1/records/{plural}/{id}/automations", { params: { path: { plural, id } } }))).items,
    retry: false,
  });
}
