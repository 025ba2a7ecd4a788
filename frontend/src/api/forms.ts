import { queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";
import type { Answer, Language, Values } from "./types";

/** A form, as a list shows it. */
export type FormRow = Answer<"/v1/forms", "get">["items"][number];
export type Form = Answer<"/v1/forms/{id}", "get">;

export interface AskedField {
  field: string;
  label?: string;
  required?: boolean;
}
export interface FormConsent {
  text: string;
  purpose?: string;
  required?: boolean;
}

/** What a form says, without its name. */
export interface FormContent {
  object: string;
  language: Language;
  title: string;
  fields: AskedField[];
  values: Values;
  consent: FormConsent | null;
  thanks: string;
  redirect: string | null;
  assignment: string | null;
  is_open: boolean;
}

const ifMatch = (version: number) => ({ "If-Match": `"${version}"` });

export function useForms() {
  return useQuery({
    queryKey: keys.forms,
    queryFn: async () => (await body(api.GET("/v1/forms"))).items,
  });
}

export const formQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.forms, id],
    queryFn: () => body(api.GET("/v1/forms/{id}", { params: { path: { id } } })),
  });

export function useFormWrites() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: keys.forms });
  const create = useMutation({
    mutationFn: ({
      key,
      ...wish
    }: Partial<FormContent> & { name: string; key: string } & Pick<FormContent, "object" | "fields">) =>
      body(api.POST("/v1/forms", { params: { header: { "Idempotency-Key": key } }, body: wish as never })),
    onSettled,
  });
  const change = useMutation({
    mutationFn: ({ id, version, ...wish }: Partial<FormContent> & { id: string; name?: string; version: number }) =>
      body(api.PATCH("/v1/forms/{id}", { params: { path: { id }, header: ifMatch(version) }, body: wish as never })),
    onSuccess: (saved) => client.setQueryData(formQuery(saved.id).queryKey, saved),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      body(api.DELETE("/v1/forms/{id}", { params: { path: { id }, header: ifMatch(version) } })),
    // The form that is gone is not asked for again by the page that it is about to leave.
    onSettled: () => client.invalidateQueries({ queryKey: keys.forms, exact: true }),
  });
  return { create, change, remove };
}

/** The rules by which new records are given out. */
export function useAssignments() {
  return useQuery({
    queryKey: keys.assignments,
    queryFn: async () => (await body(api.GET("/v1/assignments"))).items,
  });
}

const PAGE = 10;

/** Who sent a form, the latest first. */
export function useSendings(id: string) {
  return useInfiniteQuery({
    queryKey: [...keys.forms, id, "sendings"],
    queryFn: ({ pageParam }) =>
      body(
        api.GET("/v1/forms/{id}/sendings", {
          params: { path: { id }, query: { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
  });
}
