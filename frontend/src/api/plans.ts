import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";

export type PlanEnd = "answered" | "bought" | "unsubscribed";

export interface PlanStep {
  step: string;
  kind: string;
  label: string | null;
  given: Record<string, unknown>;
  state: "done" | "skipped" | "failed" | "next" | "ahead";
  at: string | null;
  reason: string | null;
}

/** The run of an automation as a plan for its record. */
export interface Plan {
  run: string;
  automation: string;
  name: string;
  state: string;
  entered_at: string;
  ends_on: PlanEnd[];
  ended: PlanEnd | null;
  steps: PlanStep[];
}

export interface Plans {
  items: Plan[];
  offered: { automation: string; name: string }[];
}

const keyOf = (plural: string, id: string) => ["records", plural, "plans", id];

/** The plans that a record follows, and those that may be begun for it. */
export function usePlans(plural: string, id: string) {
  return useQuery({
    queryKey: keyOf(plural, id),
    queryFn: () => body(api.GET("/v1/records/{plural}/{id}/plans", { params: { path: { plural, id } } })),
    retry: false,
  });
}

/** Begins a plan for a record, ends it, or leaves out one of its steps. */
export function usePlanWrites(plural: string, id: string) {
  const client = useQueryClient();
  const onSettled = () =>
    Promise.all(
      [keyOf(plural, id), ["records", plural, "automations", id]].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    );
  const path = { plural, id };
  const begin = useMutation({
    mutationFn: (automation: string) =>
      body(api.POST("/v1/records/{plural}/{id}/plans", { params: { path }, body: { automation } })),
    onSettled,
  });
  const stop = useMutation({
    mutationFn: (run: string) =>
      body(api.POST("/v1/records/{plural}/{id}/plans/{run}/stop", { params: { path: { ...path, run } } })),
    onSettled,
  });
  const skip = useMutation({
    mutationFn: ({ run, step, skipped }: { run: string; step: string; skipped: boolean }) =>
      body(
        api.PUT("/v1/records/{plural}/{id}/plans/{run}/steps/{step}", {
          params: { path: { ...path, run, step } },
          body: { skipped },
        }),
      ),
    onSettled,
  });
  return { begin, stop, skip };
}
