import { useMutation, useQueryClient } from "@tanstack/react-query";
import { addCached, refreshSoon } from "./cache";
import { api, body } from "./client";
import { keys } from "./keys";
import type { Values } from "./types";

/** A second record like the first, with some values changed. */
export function useClone(plural: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, changes, key }: { id: string; changes: Values; key: string }) =>
      body(
        api.POST("/v1/records/{plural}/{id}/clone", {
          params: { path: { plural, id }, header: { "Idempotency-Key": key } },
          body: { changes },
        }),
      ),
    onSuccess: (record) => {
      client.setQueryData(keys.record(plural, record.id), record);
      addCached(client, plural, record);
      refreshSoon(client, plural);
    },
  });
}
