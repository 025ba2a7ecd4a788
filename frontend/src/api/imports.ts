import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";
import type { ImportColumn, ImportState, OnDuplicate } from "./types";
import { upload } from "./uploads";

const MOVING = new Set<ImportState>(["created", "previewing", "running", "undoing"]);
const FIRST_WAIT = 600;
const LONGEST_WAIT = 4_000;

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: keys.import(id),
    queryFn: () => body(api.GET("/v1/imports/{id}", { params: { path: { id } } })),
  });

/** An import, asked again with patience while it moves. */
export function useImport(id: string) {
  return useQuery({
    ...importQuery(id),
    refetchInterval: ({ state }) =>
      state.data && MOVING.has(state.data.state)
        ? Math.min(FIRST_WAIT + state.dataUpdateCount * 150, LONGEST_WAIT)
        : false,
  });
}

export function useImports() {
  return useQuery({
    queryKey: keys.imports,
    queryFn: async () => (await body(api.GET("/v1/imports", { params: { query: { limit: 50 } } }))).items,
  });
}

interface NewImport {
  object: string;
  file: File;
  onProgress(share: number): void;
}

export function useNewImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ object, file, onProgress }: NewImport): Promise<string> => {
      const ticket = await body(api.POST("/v1/imports", { body: { object, filename: file.name } }));
      await upload(ticket.upload.url, ticket.upload.fields, file, onProgress);
      await body(api.POST("/v1/imports/{id}/preview", { params: { path: { id: ticket.id } }, body: {} }));
      return ticket.id;
    },
    onSuccess: () => client.invalidateQueries({ queryKey: keys.imports }),
  });
}

export interface StartOptions {
  mapping: readonly ImportColumn[];
  on_duplicate: OnDuplicate;
  fire_automations: boolean;
}

function useJobMutation<T>(id: string, run: (value: T) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.import(id) });
      client.invalidateQueries({ queryKey: keys.imports, exact: true });
    },
  });
}

/** What counts of a mapping: places, answers to what we asked, and fields to make. */
const sent = (mapping: readonly ImportColumn[]) =>
  mapping.map(({ column, target, date_order, decimal_mark, create_field }) => ({
    column,
    target: create_field ? null : target,
    ...(date_order ? { date_order } : {}),
    ...(decimal_mark ? { decimal_mark } : {}),
    ...(create_field ? { create_field } : {}),
  }));

export function useStartImport(id: string) {
  return useJobMutation(id, ({ mapping, ...options }: StartOptions) =>
    body(
      api.POST("/v1/imports/{id}/start", { params: { path: { id } }, body: { mapping: sent(mapping), ...options } }),
    ),
  );
}

/** Looks at the file again under a corrected mapping. */
export function usePreviewImport(id: string) {
  return useJobMutation(id, (mapping: readonly ImportColumn[]) =>
    body(api.POST("/v1/imports/{id}/preview", { params: { path: { id } }, body: { mapping: sent(mapping) } })),
  );
}

export function useUndoImport(id: string) {
  return useJobMutation(id, (_: undefined) => body(api.POST("/v1/imports/{id}/undo", { params: { path: { id } } })));
}

/** Where the verdict of every row can be downloaded, for a few minutes. */
export async function verdictsUrl(id: string): Promise<string> {
  return (await body(api.GET("/v1/imports/{id}/verdicts.csv", { params: { path: { id } } }))).url;
}
