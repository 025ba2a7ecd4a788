import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
  useSuspenseQuery,
} from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";

export const currenciesQuery = queryOptions({
  queryKey: keys.currencies,
  queryFn: () => body(api.GET("/v1/currencies")),
});

/** The firm's currency, and what the others that it uses are worth today. */
export function useCurrencies() {
  return useSuspenseQuery(currenciesQuery).data;
}

export const ratesQuery = (code: string) =>
  infiniteQueryOptions({
    queryKey: keys.rates(code),
    queryFn: ({ pageParam }) =>
      body(
        api.GET("/v1/currencies/{code}/rates", {
          params: { path: { code }, query: pageParam ? { cursor: pageParam } : {} },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
  });

export interface RateOfDay {
  code: string;
  date: string;
  rate: string;
}

export function useSetRate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ code, date, rate }: RateOfDay) =>
      body(api.PUT("/v1/currencies/{code}/rates/{date}", { params: { path: { code, date } }, body: { rate } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.currencies }),
  });
}

export function useDeleteRate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ code, date }: Omit<RateOfDay, "rate">) =>
      body(api.DELETE("/v1/currencies/{code}/rates/{date}", { params: { path: { code, date } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.currencies }),
  });
}
