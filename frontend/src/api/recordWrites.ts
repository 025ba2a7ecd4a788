import { useMutation, useQueryClient } from "@tanstack/react-query";
import { addCached, changeCached, refreshSoon, rollBack, snapshot } from "./cache";
import { api, body } from "./client";
import { keys } from "./keys";
import type { RecordRow, Values } from "./types";

const etag = (version: number) => ({ "If-Match": `"${version}"` });

export interface Change {
  record: RecordRow;
  changes: Values;
}

function patchRecord(plural: string, { record, changes }: Change): Promise<RecordRow> {
  return body(
    api.PATCH("/v1/records/{plural}/{id}", {
      params: { path: { plural, id: record.id }, header: etag(record.version) },
      body: changes,
    }),
  );
}

/** Changes a record: shown at once everywhere, taken back when refused. */
export function usePatch(plural: string) {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ["patch", plural],
    mutationFn: (change: Change) => patchRecord(plural, change),
    onMutate: async ({ record, changes }) => {
      await client.cancelQueries({ queryKey: ["records"] });
      const taken = snapshot(client);
      changeCached(client, record.id, (cached) => ({ ...cached, ...changes }));
      return taken;
    },
    onError: (_problem, _change, taken) => rollBack(client, taken),
    onSuccess: (answer) => {
      changeCached(client, answer.id, (cached) => ({ ...cached, ...answer }));
      refreshSoon(client, plural);
    },
  });
}

export function useCreate(plural: string) {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ["create", plural],
    mutationFn: ({ values, key }: { values: Values; key: string }) =>
      body(
        api.POST("/v1/records/{plural}", {
          params: { path: { plural }, header: { "Idempotency-Key": key } },
          body: values,
        }),
      ),
    onSuccess: (record) => {
      client.setQueryData(keys.record(plural, record.id), record);
      addCached(client, plural, record);
      refreshSoon(client, plural);
      setTimeout(() => client.invalidateQueries({ queryKey: keys.lists(plural) }), 1_000);
    },
  });
}

/** Deletes a record, softly: it leaves every list at once and can be restored. */
export function useDelete(plural: string) {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ["delete", plural],
    mutationFn: (record: RecordRow) =>
      body(
        api.DELETE("/v1/records/{plural}/{id}", {
          params: { path: { plural, id: record.id }, header: etag(record.version) },
        }),
      ),
    onMutate: async (record) => {
      await client.cancelQueries({ queryKey: ["records"] });
      const taken = snapshot(client);
      changeCached(client, record.id, null);
      return taken;
    },
    onError: (_problem, _record, taken) => rollBack(client, taken),
    onSuccess: (_answer, record) => {
      client.removeQueries({ queryKey: keys.record(plural, record.id) });
      refreshSoon(client, plural);
    },
  });
}

export function useRestore(plural: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      body(api.POST("/v1/records/{plural}/{id}/restore", { params: { path: { plural, id } } })),
    onSuccess: (record) => {
      client.setQueryData(keys.record(plural, record.id), record);
      client.invalidateQueries({ queryKey: keys.lists(plural) });
      refreshSoon(client, plural);
    },
  });
}
