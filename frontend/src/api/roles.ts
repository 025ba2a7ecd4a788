import { queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";
import type { Action, Answer, Label } from "./types";
import { PEOPLE_SCOPE } from "./users";

export type RoleRow = Answer<"/v1/roles", "get">["items"][number];
export type RoleChange = Answer<"/v1/roles/changes", "get">["items"][number];
export type Rights = RoleRow["objects"][string];
export type Extent = Rights[Action];
export type FieldRule = RoleRow["fields"][string][string];

/** What a role says, but for its key: what is stored, compared and sent again. */
export interface Definition {
  label: Label;
  objects: Record<string, Rights>;
  fields: Record<string, Record<string, FieldRule>>;
}

/** What a change of a role says: null takes back what was said of an object. */
export interface DefinitionChange {
  label?: Label;
  objects?: Record<string, Partial<Rights> | null>;
  fields?: Record<string, Record<string, Partial<FieldRule>> | null>;
}

export const rolesQuery = queryOptions({
  queryKey: keys.roles,
  queryFn: async () => (await body(api.GET("/v1/roles"))).items,
  staleTime: 60_000,
});

export function useRoles() {
  return useQuery(rolesQuery);
}

export function useRoleChanges() {
  return useInfiniteQuery({
    queryKey: keys.audit("roles"),
    queryFn: ({ pageParam }) =>
      body(
        api.GET("/v1/roles/changes", { params: { query: { limit: 30, ...(pageParam ? { cursor: pageParam } : {}) } } }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
  });
}

function useRoleWrite<Wanted, Made>(write: (wanted: Wanted) => Promise<Made>) {
  const client = useQueryClient();
  return useMutation({
    scope: PEOPLE_SCOPE,
    mutationFn: write,
    onSettled: () => {
      for (const queryKey of [keys.roles, keys.users, keys.invitations, keys.audit("roles")])
        client.invalidateQueries({ queryKey });
    },
  });
}

export function useCreateRole() {
  return useRoleWrite((wanted: Definition & { key: string }) => body(api.POST("/v1/roles", { body: wanted })));
}

export function useUpdateRole() {
  return useRoleWrite(({ key, ...change }: DefinitionChange & { key: string }) =>
    body(api.PATCH("/v1/roles/{key}", { params: { path: { key } }, body: change })),
  );
}

/** Deletes a role, or makes a standard one what it was; whoever has it gets another one first. */
export function useDeleteRole() {
  return useRoleWrite(({ key, into }: { key: string; into?: string | undefined }) =>
    body(api.DELETE("/v1/roles/{key}", { params: { path: { key }, query: into ? { into } : {} } })),
  );
}
