import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { refreshSoon } from "./cache";
import { api, body } from "./client";
import { keys } from "./keys";
import { ApiProblem } from "./problems";
import type { KeptFile } from "./recordTypes";
import { upload } from "./uploads";

const PAGE = 50;

/** The files of a record; those that were deleted and can come back, when asked for. */
export function useFiles(plural: string, id: string, deleted = false) {
  return useInfiniteQuery({
    queryKey: [...keys.files(plural, id), deleted],
    queryFn: ({ pageParam, signal }) =>
      body(
        api.GET("/v1/records/{plural}/{id}/files", {
          params: {
            path: { plural, id },
            query: {
              limit: PAGE,
              ...(deleted ? { deleted: "true" as const } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
    staleTime: 15_000,
  });
}

export interface Sending {
  file: File;
  /** The file whose next version this is. */
  of?: KeptFile | undefined;
  onProgress(share: number): void;
}

export function useFileWrites(plural: string, id: string) {
  const client = useQueryClient();
  const path = { plural, id };
  const refresh = () => {
    client.invalidateQueries({ queryKey: keys.files(plural, id) });
    refreshSoon(client, plural);
  };
  const send = useMutation({
    mutationFn: async ({ file, of, onProgress }: Sending) => {
      const { name, size, type } = file;
      const asked = { name, size, type };
      const ticket = await body(
        of
          ? api.POST("/v1/records/{plural}/{id}/files/{file}/versions", {
              params: { path: { ...path, file: of.id } },
              body: asked,
            })
          : api.POST("/v1/records/{plural}/{id}/files", { params: { path }, body: asked }),
      );
      await upload(ticket.upload.url, ticket.upload.fields, file, onProgress);
      const done = await body(
        api.POST("/v1/records/{plural}/{id}/files/{file}/complete", {
          params: { path: { ...path, file: ticket.file.id } },
        }),
      );
      if (done.state === "refused") throw new ApiProblem(422, { code: done.reason ?? "file_refused" });
      return done;
    },
    onSettled: refresh,
  });
  const remove = useMutation({
    mutationFn: (file: string) =>
      body(api.DELETE("/v1/records/{plural}/{id}/files/{file}", { params: { path: { ...path, file } } })),
    onSettled: refresh,
  });
  const restore = useMutation({
    mutationFn: (file: string) =>
      body(api.POST("/v1/records/{plural}/{id}/files/{file}/restore", { params: { path: { ...path, file } } })),
    onSettled: refresh,
  });
  return { send, remove, restore };
}

/** Where a file, or one version of it, can be fetched or shown for five minutes. */
export function fileAddress(plural: string, id: string, file: string, how: "download" | "preview", version?: number) {
  const params = { path: { plural, id, file }, query: version ? { version } : {} };
  return body(
    how === "download"
      ? api.GET("/v1/records/{plural}/{id}/files/{file}/download", { params })
      : api.GET("/v1/records/{plural}/{id}/files/{file}/preview", { params }),
  );
}
