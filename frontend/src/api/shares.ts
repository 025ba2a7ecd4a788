import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";
import type { Share, ShareAccess } from "./recordTypes";

export function useShares(plural: string, id: string) {
  return useQuery({
    queryKey: keys.shares(plural, id),
    queryFn: async () =>
      (await body(api.GET("/v1/records/{plural}/{id}/shares", { params: { path: { plural, id } } }))).items,
  });
}

export function useShareWrites(plural: string, id: string) {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: keys.shares(plural, id) });
  const share = useMutation({
    mutationFn: (wish: { with: Share["with"]; access: ShareAccess }) =>
      body(api.POST("/v1/records/{plural}/{id}/shares", { params: { path: { plural, id } }, body: wish })),
    onSettled,
  });
  const unshare = useMutation({
    mutationFn: (who: string) =>
      body(api.DELETE("/v1/records/{plural}/{id}/shares/{who}", { params: { path: { plural, id, who } } })),
    onSettled,
  });
  return { share, unshare };
}

/** Asks the owner for access; the answer tells nothing of whether there is such a record. */
export function useAskAccess(plural: string, id: string) {
  return useMutation({
    mutationFn: (message: string) =>
      body(
        api.POST("/v1/records/{plural}/{id}/access-requests", {
          params: { path: { plural, id } },
          body: message ? { message } : {},
        }),
      ),
  });
}

/** Tells somebody who asked for access that they do not get it. */
export function useDeclineAccess(plural: string, id: string) {
  return useMutation({
    mutationFn: (user: string) =>
      body(
        api.POST("/v1/records/{plural}/{id}/access-requests/decline", {
          params: { path: { plural, id } },
          body: { user },
        }),
      ),
  });
}

/** Why a user sees a record, or does not. */
export function useAccess(plural: string, id: string, user: string | null) {
  return useQuery({
    queryKey: [...keys.shares(plural, id), "access", user],
    queryFn: () =>
      body(
        api.GET("/v1/records/{plural}/{id}/access", {
          params: { path: { plural, id }, query: { user: user ?? "" } },
        }),
      ),
    enabled: Boolean(user),
    retry: false,
  });
}
