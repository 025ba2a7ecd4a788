import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";
import type { Role } from "./types";

export function useInvitations() {
  return useQuery({
    queryKey: keys.invitations,
    queryFn: async () => (await body(api.GET("/v1/invitations"))).items,
  });
}

export function useInvite() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      key,
      ...invitation
    }: {
      email: string;
      role: Role;
      team: string | null;
      name?: string;
      key: string;
    }) => body(api.POST("/v1/invitations", { params: { header: { "Idempotency-Key": key } }, body: invitation })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.invitations }),
  });
}

export function useWithdrawInvitation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => body(api.DELETE("/v1/invitations/{id}", { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.invitations }),
  });
}
