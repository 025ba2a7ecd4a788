import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";
import type { Answer } from "./types";

export type ValueReport = Answer<"/v1/automations/value", "get">;
export type Worth = ValueReport["items"][number];
export type Finding = Worth["findings"][number];
export type Advice = Worth["advice"];

const KEY = ["automations", "value"] as const;

/** What automations saved, cost and failed at in the last days. */
export function useValue(days: number) {
  return useQuery({
    queryKey: [...KEY, days],
    queryFn: ({ signal }) => body(api.GET("/v1/automations/value", { params: { query: { days } }, signal })),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** Says how many minutes of work an action stands for; nothing goes back to the guess. */
export function useMinutes() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, said }: { version: number; said: Record<string, number | null> }) =>
      body(
        api.PATCH("/v1/automations/value/minutes", {
          params: { header: { "If-Match": `"${version}"` } },
          body: said,
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
