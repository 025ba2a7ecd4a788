import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";
import type { Answer, Language } from "./types";

/** A template of a mail, as a list shows it. */
export type TemplateRow = Answer<"/v1/templates", "get">["items"][number];
/** A merge field: what a mail may say of its reader. */
export type MergeField = Answer<"/v1/merge-fields/{plural}", "get">["items"][number];
/** What would keep a template from going out, or would be a pity. */
export type Finding = Answer<"/v1/templates/{id}/checks", "post">["items"][number];
export type Preview = Answer<"/v1/templates/{id}/preview", "post">;

export type BlockKind =
  | "heading"
  | "text"
  | "button"
  | "image"
  | "products"
  | "columns"
  | "divider"
  | "spacer"
  | "footer";

/** One block of a mail; its parts depend on its kind. */
export interface Block {
  kind: BlockKind;
  id?: string;
  [part: string]: unknown;
}

/** What a template says, without its name. */
export interface Content {
  language: Language;
  subject: string;
  preheader?: string | null;
  sender?: string | null;
  purpose?: string | null;
  blocks: Block[];
}

/** Who a template is shown for. */
export interface Reader {
  object: string;
  record: string;
}

const ifMatch = (version: number) => ({ "If-Match": `"${version}"` });

export function useTemplates() {
  return useQuery({
    queryKey: keys.templates,
    queryFn: async () => (await body(api.GET("/v1/templates"))).items,
  });
}

export const templateQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.templates, id],
    queryFn: () => body(api.GET("/v1/templates/{id}", { params: { path: { id } } })),
  });

export function useTemplateWrites() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: keys.templates });
  const create = useMutation({
    mutationFn: ({ key, ...wish }: Content & { name: string; key: string }) =>
      body(api.POST("/v1/templates", { params: { header: { "Idempotency-Key": key } }, body: wish })),
    onSettled,
  });
  const change = useMutation({
    mutationFn: ({ id, version, ...wish }: Content & { id: string; name: string; version: number }) =>
      body(api.PATCH("/v1/templates/{id}", { params: { path: { id }, header: ifMatch(version) }, body: wish })),
    onSuccess: (saved) => client.setQueryData(templateQuery(saved.id).queryKey, saved),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      body(api.DELETE("/v1/templates/{id}", { params: { path: { id }, header: ifMatch(version) } })),
    onSettled,
  });
  return { create, change, remove };
}

/** The mail as one person would read it, with what is not saved yet. */
export function usePreview(id: string, reader: Reader | null, content: Content) {
  return useQuery({
    queryKey: [...keys.templates, id, "preview", reader, content],
    queryFn: ({ signal }) =>
      body(
        api.POST("/v1/templates/{id}/preview", {
          params: { path: { id } },
          body: { object: reader?.object ?? "", record: reader?.record ?? "", content },
          signal,
        }),
      ),
    enabled: Boolean(reader),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });
}

export function useChecks(id: string) {
  return useMutation({
    mutationFn: async (content: Content) =>
      (await body(api.POST("/v1/templates/{id}/checks", { params: { path: { id } }, body: { content } }))).items,
  });
}

/** Sends the template to whoever asks for it, as one person would read it. */
export function useTestMail(id: string) {
  return useMutation({
    mutationFn: ({ content, key, ...reader }: Reader & { content: Content; key: string }) =>
      body(
        api.POST("/v1/templates/{id}/test", {
          params: { path: { id }, header: { "Idempotency-Key": key } },
          body: { ...reader, content },
        }),
      ),
  });
}

export function useMergeFields(plural: string) {
  return useQuery({
    queryKey: ["merge-fields", plural],
    queryFn: async () => (await body(api.GET("/v1/merge-fields/{plural}", { params: { path: { plural } } }))).items,
    staleTime: 300_000,
  });
}
