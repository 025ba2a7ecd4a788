import { useQuery } from "@tanstack/react-query";
import { CURRENCIES } from "@/lib/locale";
import { api, body } from "./client";

const FRESH = 300_000;

/** The currencies that the firm counts in or knows a rate of; the usual ones until it has said. */
export function useUsedCurrencies(): readonly string[] {
  const { data } = useQuery({
    queryKey: ["currencies", "used"],
    queryFn: async () => {
      const { base, items } = await body(api.GET("/v1/currencies"));
      return [base.code, ...items.map((item) => item.code)];
    },
    staleTime: FRESH,
    retry: false,
  });
  return data && data.length > 1 ? data : CURRENCIES;
}
