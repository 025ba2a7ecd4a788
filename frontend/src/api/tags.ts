import { useMutation, useQuery } from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";
import type { Answer } from "./types";

export type Tag = Answer<"/v1/tags", "get">["items"][number];

export function useTags() {
  return useQuery({
    queryKey: keys.tags,
    queryFn: async () => (await body(api.GET("/v1/tags"))).items,
    staleTime: 10_000,
  });
}

/** Begins the job that puts one tag in place of some others on every record, or takes them away. */
export function useRenameTags() {
  return useMutation({
    mutationFn: (wanted: { tags: string[]; into: string | null }) =>
      body(api.POST("/v1/tags/rename", { body: wanted })),
  });
}
