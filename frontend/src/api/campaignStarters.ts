import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";
import type { Answer, Label, Language } from "./types";

type Told = Answer<"/v1/campaign-starters", "get">["items"][number];
/** A campaign to begin with: what it is called and what it does, in both languages. */
export type CampaignStarter = Omit<Told, "label" | "says"> & { label: Label; says: Label };

export function useCampaignStarters() {
  return useQuery({
    queryKey: ["campaign-starters"],
    queryFn: async () => (await body(api.GET("/v1/campaign-starters"))).items as unknown as CampaignStarter[],
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Makes the campaign of a starter, with its segments and its mail. */
export function useBeginCampaign() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, language, once }: { key: string; language: Language; once: string }) =>
      body(
        api.POST("/v1/campaign-starters/{key}", {
          params: { path: { key }, header: { "Idempotency-Key": once } },
          body: { language },
        }),
      ),
    onSuccess: () => {
      client.invalidateQueries({ queryKey: keys.lists("campaigns") });
      client.invalidateQueries({ queryKey: ["segments"] });
      client.invalidateQueries({ queryKey: ["templates"] });
    },
  });
}
