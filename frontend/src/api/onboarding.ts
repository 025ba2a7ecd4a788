import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";
import type { Answer } from "./types";

export type Onboarding = Answer<"/v1/onboarding", "get">;

const KEY = ["onboarding"] as const;

/** The first steps, looked at anew whenever somebody comes back to the page. */
export function useOnboarding() {
  return useQuery({ queryKey: KEY, queryFn: () => body(api.GET("/v1/onboarding")), retry: false });
}

export function useDismissOnboarding() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (dismissed: boolean) => body(api.PATCH("/v1/onboarding", { body: { dismissed } })),
    onMutate: (dismissed) => {
      const before = client.getQueryData<Onboarding>(KEY);
      if (before) client.setQueryData<Onboarding>(KEY, { ...before, dismissed });
      return before;
    },
    onError: (_problem, _dismissed, before) => client.setQueryData(KEY, before),
    onSuccess: (answer) => client.setQueryData(KEY, answer),
  });
}
