/** What automations choose from beside what they are made of: forms, purposes, webhooks, rules of assignment. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import type { Filter, Label } from "@/api/types";

interface Named {
  id: string;
  name: string;
}

const FRESH = 60_000;

/** A list of definitions under its path, which not every role may read. */
function useNamed<T extends Named>(name: string, read: () => Promise<{ items: unknown[] }>, isWanted: boolean) {
  return useQuery({
    queryKey: [name, "names"],
    queryFn: async () => (await read()).items as T[],
    enabled: isWanted,
    staleTime: FRESH,
    retry: false,
  });
}

export const useForms = (isWanted = true) => useNamed<Named>("forms", () => body(api.GET("/v1/forms")), isWanted);

export const useWebhooks = (isWanted = true) =>
  useNamed<Named & { is_on?: boolean }>("webhooks", () => body(api.GET("/v1/webhooks")), isWanted);

export const usePurposes = (isWanted = true) =>
  useNamed<Named & { key?: string; label?: Label }>("purposes", () => body(api.GET("/v1/purposes")), isWanted);

export interface Territory {
  label: string;
  condition: Filter | null;
  people: string[];
  mode: Mode;
}

export type Mode = "round_robin" | "open_work";

export interface Assignment extends Named {
  object: string;
  mode: Mode;
  people: string[];
  territories: Territory[];
  away: { person: string; until?: string | null }[];
}

export const useAssignments = (isWanted = true) =>
  useNamed<Assignment>("assignments", () => body(api.GET("/v1/assignments")), isWanted);

export function useCreateAssignment() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...wish }: Omit<Assignment, "id" | "away"> & { key: string }) =>
      body(
        api.POST("/v1/assignments", {
          params: { header: { "Idempotency-Key": key } },
          body: wish as never,
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ["assignments"] }),
  });
}
