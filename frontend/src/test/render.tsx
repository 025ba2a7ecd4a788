import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import { type ReactNode, Suspense } from "react";
import { keys } from "@/api/keys";
import { theme } from "@/theme/theme";
import { me } from "./builders";

/** Draws something as a signed-in user would see it; nothing is fetched that a test has not put into the cache. */
export function renderStaff(what: ReactNode, cached: readonly (readonly [readonly unknown[], unknown])[] = []) {
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } },
  });
  client.setQueryData(keys.me, me);
  client.setQueryData(keys.users, [me.user]);
  client.setQueryData(keys.objects, { catalogue_version: 0, items: [], agreed: [] });
  for (const [key, data] of cached) client.setQueryData(key, data);
  const result = render(
    <MantineProvider theme={theme} env="test">
      <QueryClientProvider client={client}>
        <Suspense fallback={null}>{what}</Suspense>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { client, ...result };
}
