import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";
import { meQuery, useMe } from "./me";
import type { paths } from "./paths";

export type CompanyChanges = NonNullable<paths["/v1/tenant"]["patch"]["requestBody"]>["content"]["application/json"];

const LOGO_LIVES = 240_000;

export const companyQuery = queryOptions({
  queryKey: keys.company,
  queryFn: () => body(api.GET("/v1/tenant")),
});

/** The company as its administrator sees it. */
export function useCompany() {
  return useQuery(companyQuery);
}

/** Changes the company; whoever shows its name, colour or currency hears of it. */
export function useChangeCompany() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (changes: CompanyChanges) => body(api.PATCH("/v1/tenant", { body: changes })),
    onSuccess: (company) => {
      client.setQueryData(keys.company, company);
      return client.invalidateQueries({ queryKey: meQuery.queryKey });
    },
  });
}

/** Where the company's logo can be shown; nothing when it has none, or while nobody knows. */
export function useLogo(): string | undefined {
  const { logo } = useMe().tenant;
  return useQuery({
    queryKey: keys.logo(logo ?? ""),
    queryFn: async () => (await body(api.GET("/v1/tenant/logo"))).url,
    enabled: Boolean(logo),
    staleTime: LOGO_LIVES,
    gcTime: LOGO_LIVES,
  }).data;
}
