/**
 * The catalogue as an administrator changes it. A write names the version of the catalogue that its page was drawn
 * from; when others have changed something else meanwhile, it is repeated on theirs, and refused when it was the same.
 */
import {
  infiniteQueryOptions,
  keepPreviousData,
  type QueryClient,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
  useSuspenseQuery,
} from "@tanstack/react-query";
import { sameValue } from "@/metadata/sameValue";
import { api, body } from "./client";
import type { Computed, FieldDesign, NewField, NewObject, ObjectDesign } from "./designPaths";
import { keys } from "./keys";
import { ApiProblem } from "./problems";
import type { ObjectDocument } from "./types";

const match = (version: string | number) => ({ "If-Match": `"${version}"` });

const documentQuery = (plural: string) =>
  queryOptions({
    queryKey: keys.object(plural),
    queryFn: () => body(api.GET("/v1/objects/{plural}", { params: { path: { plural } } })),
    staleTime: 300_000,
  });

/** How often one looks whether records have followed a field that is being built. */
const LOOK_AGAIN = 10_000;

/** An object as the API tells it, for whoever changes it. */
export function useDesign(plural: string): ObjectDocument {
  const isBuilding = (document: ObjectDocument | undefined) =>
    document?.fields.some((field) => field.building?.length) ?? false;
  return useSuspenseQuery({
    ...documentQuery(plural),
    refetchInterval: ({ state }) => (isBuilding(state.data) ? LOOK_AGAIN : false),
  }).data;
}

/** An object that a form refers to; undefined until it has come. */
export function useMaybeDesign(plural: string | undefined): ObjectDocument | undefined {
  return useQuery({ ...documentQuery(plural ?? ""), enabled: Boolean(plural) }).data;
}

type Subject = (document: ObjectDocument) => unknown;
type Version = string | number;

async function onVersion<T>(
  client: QueryClient,
  plural: string,
  subject: Subject,
  send: (version: Version) => Promise<T>,
): Promise<T> {
  const before = await client.ensureQueryData(documentQuery(plural));
  try {
    return await send(before.catalogue_version);
  } catch (problem) {
    if (!(problem instanceof ApiProblem) || problem.status !== 412) throw problem;
    const now = await client.fetchQuery({ ...documentQuery(plural), staleTime: 0 });
    if (!sameValue(subject(before), subject(now))) throw problem;
    return send(now.catalogue_version);
  }
}

/** Draws everything anew that the catalogue has a say in. */
function redraw(client: QueryClient, document?: ObjectDocument): Promise<unknown> {
  if (document) client.setQueryData(keys.object(document.plural), document);
  client.invalidateQueries({ queryKey: ["designs"] });
  return client.invalidateQueries({ queryKey: keys.objects });
}

export function useCreateObject() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (object: NewObject) => body(api.POST("/v1/objects", { body: object })),
    onSuccess: (document) => redraw(client, document),
  });
}

const told =
  (changes: object): Subject =>
  (document) =>
    Object.keys(changes).map((name) => document[name as keyof ObjectDocument]);

export function useChangeObject(plural: string) {
  const client = useQueryClient();
  const path = { plural };
  return useMutation({
    mutationFn: (changes: ObjectDesign) =>
      onVersion(client, plural, told(changes), (version) =>
        body(api.PATCH("/v1/objects/{plural}", { params: { path, header: match(version) }, body: changes })),
      ),
    onSuccess: (document) => redraw(client, document),
  });
}

export function useRemoveObject() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (plural: string) =>
      onVersion(
        client,
        plural,
        (document) => document.plural,
        (version) => body(api.DELETE("/v1/objects/{plural}", { params: { path: { plural }, header: match(version) } })),
      ),
    onSuccess: (_answer, plural) => {
      client.removeQueries({ queryKey: keys.object(plural), exact: true });
      return redraw(client);
    },
  });
}

export function useAddField(plural: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (field: NewField) =>
      body(api.POST("/v1/objects/{plural}/fields", { params: { path: { plural } }, body: field })),
    onSuccess: (document) => redraw(client, document),
  });
}

const fieldOf =
  (name: string): Subject =>
  (document) =>
    document.fields.find((field) => field.name === name);

export function useChangeField(plural: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ field, changes }: { field: string; changes: FieldDesign }) =>
      onVersion(client, plural, fieldOf(field), (version) =>
        body(
          api.PATCH("/v1/objects/{plural}/fields/{field}", {
            params: { path: { plural, field }, header: match(version) },
            body: changes,
          }),
        ),
      ),
    onSuccess: (document) => redraw(client, document),
  });
}

export function useRemoveField(plural: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (field: string) =>
      onVersion(client, plural, fieldOf(field), (version) =>
        body(
          api.DELETE("/v1/objects/{plural}/fields/{field}", {
            params: { path: { plural, field }, header: match(version) },
          }),
        ),
      ),
    onSuccess: (document) => redraw(client, document),
  });
}

export const removedQuery = queryOptions({
  queryKey: keys.removed,
  queryFn: () => body(api.GET("/v1/objects/removed")),
});

/** Bringing back takes the version as it is: nobody's change can be lost by it. */
export function useRestore() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ plural, field }: { plural: string; field?: string }) => {
      const { catalogue_version } = await client.fetchQuery({ ...removedQuery, staleTime: 0 });
      const header = match(catalogue_version);
      return field === undefined
        ? body(api.POST("/v1/objects/{plural}/restore", { params: { path: { plural }, header } }))
        : body(
            api.POST("/v1/objects/{plural}/fields/{field}/restore", { params: { path: { plural, field }, header } }),
          );
    },
    onSuccess: (document) => redraw(client, document),
  });
}

export const designChangesQuery = infiniteQueryOptions({
  queryKey: keys.designChanges,
  queryFn: ({ pageParam }) =>
    body(api.GET("/v1/objects/changes", { params: { query: pageParam ? { cursor: pageParam } : {} } })),
  initialPageParam: "",
  getNextPageParam: (page) => page.next_cursor,
});

/** What a formula or a rollup would give, asked while it is written; undefined while nothing is asked. */
export function useTried(plural: string, asked: Computed | null) {
  return useQuery({
    queryKey: keys.tried(plural, asked),
    queryFn: () => body(api.POST("/v1/objects/{plural}/computed", { params: { path: { plural } }, body: asked ?? {} })),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
