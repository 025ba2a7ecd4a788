import { useQuery } from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";

const EVERY = 60_000;

export function useNotifications() {
  return useQuery({
    queryKey: keys.notifications,
    queryFn: async () => (await body(api.GET("/v1/notifications", { params: { query: { limit: 20 } } }))).items,
    refetchInterval: EVERY,
    staleTime: 30_000,
  });
}
