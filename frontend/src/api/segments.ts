import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { api, body } from "./client";
import type { Schemas, Score } from "./segmentTypes";
import type { Answer, Filter, Language, RecordRow } from "./types";

/** A segment as a list shows it. */
export type SegmentRow = Answer<"/v1/segments", "get">["items"][number];
export type SegmentSize = Answer<"/v1/segments/sizes", "get">["items"][number];
export type Interpretation = Omit<Answer<"/v1/segments/interpret", "post">, "filter"> & { filter: Filter };
export type Choice = Interpretation["choices"][number];
export type Unknown = Interpretation["unknown"][number];
export type SegmentDay = Answer<"/v1/segments/{id}/history", "get">["items"][number];

export type { Score };

/** What a segment says, without its name. */
export interface SegmentContent {
  object: string;
  mode: "live" | "static";
  filter: Filter | null;
  sentence?: string | null;
  description?: string | null;
  /** What being in it gives to a record's score. */
  points?: number | null;
}

const KEY = ["segments"] as const;
const ifMatch = (version: number) => ({ "If-Match": `"${version}"` });
const spoken = (filter: Filter | null) => filter as Schemas["Filter"] | null;

export function useSegments() {
  return useQuery({ queryKey: KEY, queryFn: async () => (await body(api.GET("/v1/segments"))).items });
}

export function useSizes() {
  return useQuery({
    queryKey: [...KEY, "sizes"],
    queryFn: async () => (await body(api.GET("/v1/segments/sizes"))).items,
    refetchInterval: 15_000,
  });
}

export const segmentQuery = (id: string) =>
  queryOptions({
    queryKey: [...KEY, id],
    queryFn: () => body(api.GET("/v1/segments/{id}", { params: { path: { id } } })),
  });

/** What a record's score is made of, asked for anew when the score is another. */
export function useScore(plural: string, id: string, score: number, enabled: boolean) {
  return useQuery({
    queryKey: [...KEY, "score", plural, id, score],
    queryFn: () => body(api.GET("/v1/records/{plural}/{id}/score", { params: { path: { plural, id } } })),
    enabled,
  });
}

export function useSegmentWrites() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: KEY });
  const create = useMutation({
    mutationFn: ({ key, filter, ...wish }: SegmentContent & { name: string; key: string }) =>
      body(
        api.POST("/v1/segments", {
          params: { header: { "Idempotency-Key": key } },
          body: { ...wish, ...(filter && wish.mode === "live" ? { filter: spoken(filter) } : {}) },
        }),
      ),
    onSettled,
  });
  const change = useMutation({
    mutationFn: ({ id, version, ...wish }: Partial<SegmentContent> & { id: string; name: string; version: number }) => {
      const { filter, object: _, mode: __, ...rest } = wish;
      return body(
        api.PATCH("/v1/segments/{id}", {
          params: { path: { id }, header: ifMatch(version) },
          body: { ...rest, ...(filter === undefined ? {} : { filter: spoken(filter) }) },
        }),
      );
    },
    onSuccess: (saved) => client.setQueryData(segmentQuery(saved.id).queryKey, saved),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      body(api.DELETE("/v1/segments/{id}", { params: { path: { id }, header: ifMatch(version) } })),
    onSettled,
  });
  return { create, change, remove };
}

/** What a sentence asks for, and what was assumed on the way. */
export function useInterpretation(asked: {
  text: string;
  object: string | undefined;
  locale: Language;
  choices: Record<string, string>;
}) {
  const { text, object, locale, choices } = asked;
  return useQuery({
    queryKey: [...KEY, "interpret", asked],
    queryFn: async ({ signal }) =>
      (await body(
        api.POST("/v1/segments/interpret", {
          body: { text, locale, choices, ...(object ? { object } : {}) },
          signal,
        }),
      )) as Interpretation,
    enabled: Boolean(text.trim()),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  });
}

/** The sentence that says a filter; null where there are no words for it. */
export function useSentence(object: string, filter: Filter | undefined, locale: Language, isWanted: boolean) {
  return useQuery({
    queryKey: [...KEY, "sentence", object, filter, locale],
    queryFn: async ({ signal }) =>
      (
        await body(
          api.POST("/v1/segments/sentence", {
            body: { object, filter: spoken(filter ?? { all: [] }) as Schemas["Filter"], locale },
            signal,
          }),
        )
      ).sentence,
    enabled: isWanted && Boolean(object),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** How many records a filter finds, and the first of them. */
export function useSegmentPreview(object: string, filter: Filter | undefined, isWanted: boolean) {
  return useQuery({
    queryKey: [...KEY, "preview", object, filter],
    queryFn: async ({ signal }) => {
      const told = await body(
        api.POST("/v1/segments/preview", {
          body: { object, filter: spoken(filter ?? { all: [] }) as Schemas["Filter"] },
          signal,
        }),
      );
      return { ...told, sample: told.sample as unknown as RecordRow[] };
    },
    enabled: isWanted && Boolean(object),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    retry: false,
  });
}

export function useSegmentMembers(id: string) {
  return useInfiniteQuery({
    queryKey: [...KEY, id, "members"],
    queryFn: async ({ pageParam }) => {
      const page = await body(
        api.GET("/v1/segments/{id}/members", {
          params: { path: { id }, query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      );
      return { ...page, items: page.items as unknown as RecordRow[] };
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
}

export function useSegmentSize(id: string) {
  return useQuery({
    queryKey: [...KEY, id, "size"],
    queryFn: () => body(api.GET("/v1/segments/{id}/size", { params: { path: { id } } })),
    refetchInterval: 10_000,
  });
}

export function useSegmentHistory(id: string) {
  return useQuery({
    queryKey: [...KEY, id, "history"],
    queryFn: async () =>
      (await body(api.GET("/v1/segments/{id}/history", { params: { path: { id }, query: { days: 90 } } }))).items,
    retry: false,
  });
}
