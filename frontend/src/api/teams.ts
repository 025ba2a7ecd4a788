import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";
import type { Answer } from "./types";
import { PEOPLE_SCOPE } from "./users";

export type Team = Answer<"/v1/teams", "get">["items"][number];

export const teamsQuery = queryOptions({
  queryKey: keys.teams,
  queryFn: async () => (await body(api.GET("/v1/teams"))).items,
  staleTime: 60_000,
});

export function useTeams() {
  return useQuery(teamsQuery);
}

function useTeamWrite<Wanted, Made>(write: (wanted: Wanted) => Promise<Made>) {
  const client = useQueryClient();
  return useMutation({
    scope: PEOPLE_SCOPE,
    mutationFn: write,
    onSettled: () => {
      for (const queryKey of [keys.teams, keys.users]) client.invalidateQueries({ queryKey });
    },
  });
}

export function useCreateTeam() {
  return useTeamWrite((wanted: { name: string; parent: string | null }) =>
    body(api.POST("/v1/teams", { body: wanted })),
  );
}

export function useUpdateTeam() {
  return useTeamWrite(({ id, ...changes }: { id: string; name?: string; parent?: string | null }) =>
    body(api.PATCH("/v1/teams/{id}", { params: { path: { id } }, body: changes })),
  );
}

export function useDeleteTeam() {
  return useTeamWrite((id: string) => body(api.DELETE("/v1/teams/{id}", { params: { path: { id } } })));
}
