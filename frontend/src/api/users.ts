import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";
import { useMe } from "./me";
import type { Role, User } from "./types";

/** Writes about people go one after the other: the API refuses two that cross. */
export const PEOPLE_SCOPE = { id: "people" };

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

export interface UserChanges {
  role?: Role;
  team?: string | null;
  name?: string;
}

/** Changes a role, a team or a name; shown at once, taken back when refused. */
export function useUpdateUser() {
  const client = useQueryClient();
  return useMutation({
    scope: PEOPLE_SCOPE,
    mutationFn: ({ id, ...changes }: UserChanges & { id: string }) =>
      body(api.PATCH("/v1/users/{id}", { params: { path: { id } }, body: changes })),
    onMutate: async ({ id, ...changes }) => {
      await client.cancelQueries({ queryKey: keys.users });
      const before = client.getQueryData<User[]>(keys.users);
      client.setQueryData<User[]>(keys.users, (users) =>
        users?.map((user) => (user.id === id ? { ...user, ...changes } : user)),
      );
      return before;
    },
    onError: (_problem, _changes, before) => client.setQueryData(keys.users, before),
    onSettled: () => {
      for (const queryKey of [keys.users, keys.teams, keys.roles]) client.invalidateQueries({ queryKey });
    },
  });
}

/** Forgets the app that somebody signs in with, for the day their phone is lost. */
export function useResetMfa() {
  return useMutation({
    scope: PEOPLE_SCOPE,
    mutationFn: (id: string) => body(api.DELETE("/v1/users/{id}/mfa", { params: { path: { id } } })),
  });
}

export function useDeactivateUser() {
  const client = useQueryClient();
  return useMutation({
    scope: PEOPLE_SCOPE,
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
    scope: PEOPLE_SCOPE,
    mutationFn: (id: string) => body(api.POST("/v1/users/{id}/activate", { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.users }),
  });
}

/** Begins the job that gives somebody's open work, or everything they are responsible for, to another. */
export function useTransferWork() {
  return useMutation({
    mutationFn: ({ id, ...wanted }: { id: string; to: string; everything: boolean }) =>
      body(api.POST("/v1/users/{id}/transfer", { params: { path: { id } }, body: wanted })),
  });
}
