import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";

const KEY = ["sample-data"] as const;
const MOVING = new Set(["loading", "removing"]);

/** The sample firm: whether it is here, and how far it has come. */
export function useSampleData(enabled: boolean) {
  return useQuery({
    queryKey: KEY,
    queryFn: () => body(api.GET("/v1/sample-data")),
    enabled,
    retry: false,
    refetchInterval: ({ state }) => (state.data && MOVING.has(state.data.state) ? 1_500 : false),
  });
}

export function useChangeSampleData() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: "load" | "remove") =>
      body(wish === "load" ? api.POST("/v1/sample-data") : api.DELETE("/v1/sample-data")),
    onSuccess: (state) => client.setQueryData(KEY, state),
  });
}
