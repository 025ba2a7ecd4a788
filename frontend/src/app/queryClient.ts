import { QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "@/api/problems";

const RETRIES = 2;

/** Refusals are final; what the network lost is asked again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (count, problem) =>
        count < RETRIES && (!(problem instanceof ApiProblem) || problem.status === 0 || problem.status >= 500),
      gcTime: 600_000,
    },
  },
});
