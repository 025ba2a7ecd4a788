import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";
import type { SavedView, ViewValues } from "./types";

const etag = (version: number) => ({ "If-Match": `"${version}"` });

export const viewsQuery = (plural: string) =>
  queryOptions({
    queryKey: keys.views(plural),
    queryFn: async ({ signal }) =>
      (await body(api.GET("/v1/views", { params: { query: { object: plural } }, signal }))).items,
    staleTime: 60_000,
    retry: false,
  });

export function useViews(plural: string) {
  return useQuery(viewsQuery(plural));
}

/** Puts a view, as the server has it now, among those that are on screen. */
function useKept(plural: string) {
  const client = useQueryClient();
  return (id: string, view: SavedView | null) =>
    client.setQueryData<SavedView[]>(keys.views(plural), (views = []) => {
      const others = views.filter((one) => one.id !== id);
      return view ? [...others, view].sort((a, b) => a.name.localeCompare(b.name)) : others;
    });
}

export function useCreateView(plural: string) {
  const keep = useKept(plural);
  return useMutation({
    mutationFn: (values: ViewValues & { name: string }) =>
      body(api.POST("/v1/views", { params: {}, body: { ...values, object: plural } })),
    onSuccess: (view) => keep(view.id, view),
  });
}

export function useChangeView(plural: string) {
  const client = useQueryClient();
  const keep = useKept(plural);
  return useMutation({
    mutationFn: ({ view, values }: { view: SavedView; values: ViewValues }) =>
      body(
        api.PATCH("/v1/views/{id}", {
          params: { path: { id: view.id }, header: etag(view.version) },
          body: values,
        }),
      ),
    onSuccess: (view) => keep(view.id, view),
    onError: () => client.invalidateQueries({ queryKey: keys.views(plural) }),
  });
}

export function useDeleteView(plural: string) {
  const client = useQueryClient();
  const keep = useKept(plural);
  return useMutation({
    mutationFn: (view: SavedView) =>
      body(api.DELETE("/v1/views/{id}", { params: { path: { id: view.id }, header: etag(view.version) } })),
    onSuccess: (_answer, view) => keep(view.id, null),
    onError: () => client.invalidateQueries({ queryKey: keys.views(plural) }),
  });
}
