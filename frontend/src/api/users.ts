import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";
import { useMe } from "./me";
import type { Role, User } from "./types";

export const usersQuery = queryOptions({
  queryKey: keys.users,
  queryFn: async () => (await body(api.GET("/v1/users"))).items,
  staleTime: 300_000,
  retry: false,
});

/** The team; the reader alone until it has come, so that a name is never missing on one's own work. */
export function useUsers(): User[] {
  const { user } = useMe();
  return useQuery(usersQuery).data ?? [user];
}

export function userName(user: User | undefined): string {
  return user ? user.name || user.email : "";
}

export function useUpdateUser() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, role }: { id: string; role: Role }) =>
      body(api.PATCH("/v1/users/{id}", { params: { path: { id } }, body: { role } })),
    onSettled: () => client.invalidateQueries({ queryKey: keys.users }),
  });
}

export function useDeactivateUser() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, heir }: { id: string; heir?: string | undefined }) =>
      body(
        api.POST("/v1/users/{id}/deactivate", {
          params: { path: { id } },
          body: heir ? { heir_id: heir } : {},
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.users }),
  });
}

export function useActivateUser() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => body(api.POST("/v1/users/{id}/activate", { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.users }),
  });
}
