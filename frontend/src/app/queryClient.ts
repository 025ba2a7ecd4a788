import { QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "@/api/problems";

const RETRIES = 2;

/**
 * Every query is asked for even without a network: the service worker then answers with what was last seen, and what it
 * has not seen is refused at once. Refusals are final; what the network lost is asked again.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: "always",
      refetchOnReconnect: true,
      retry: (count, problem) =>
        count < RETRIES && (!(problem instanceof ApiProblem) || problem.status === 0 || problem.status >= 500),
      gcTime: 600_000,
    },
    mutations: { networkMode: "always" },
  },
});
