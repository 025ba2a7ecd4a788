/** The routes that the portal calls, in the shape that openapi-fetch reads. Records are generic: one route serves every object. */
import type { paths as Documented } from "./schema";
import type {
  Answer,
  FileTicket,
  ImportColumn,
  ImportJob,
  ImportTicket,
  Invitation,
  Me,
  Notification,
  ObjectDocument,
  ObjectSummary,
  OnDuplicate,
  Page,
  RecordQuery,
  RecordRow,
  Role,
  SampleData,
  SignUp,
  StoredFile,
  Tenant,
  TimelineEntry,
  Totals,
  User,
  Values,
} from "./types";

type Json<T> = { content: { "application/json": T } };

type Slot<Name extends string, T> = [T] extends [never] ? { [N in Name]?: never } : { [N in Name]: T };

type Operation<Answer, Path = never, Query = never, Body = never, Header = never> = {
  parameters: Slot<"path", Path> & { query?: Query } & Slot<"header", Header>;
  responses: { 200: Json<Answer> };
} & Slot<"requestBody", [Body] extends [never] ? never : Json<Body>>;

type Id = { id: string };
type Plural = { plural: string };
type RecordPath = Plural & Id;
type Paging = { limit?: number; cursor?: string };
type Match = { "If-Match": string };
type Once = { "Idempotency-Key": string };

export interface ConvertBody {
  company?: { id: string } | { name: string } | null;
  contact?: { id: string } | Values | null;
  deal?: Values | null;
}

export interface paths {
  "/v1/files": { post: Operation<FileTicket, never, never, { name: string; size: number; type: string }> };
  "/v1/files/{id}/complete": { post: Operation<StoredFile, Id> };
  "/v1/signup": { post: Operation<{ tenant: Tenant; user: User }, never, never, SignUp> };
  "/v1/me": {
    get: Operation<Me>;
    patch: Operation<Me, never, never, { name?: string; locale?: string; timezone?: string }>;
  };
  "/v1/users": { get: Operation<Page<User>> };
  "/v1/users/{id}": { patch: Operation<User, Id, never, { role?: Role; name?: string }> };
  "/v1/users/{id}/deactivate": { post: Operation<User, Id, never, { heir_id?: string }> };
  "/v1/users/{id}/activate": { post: Operation<User, Id> };
  "/v1/invitations": {
    get: Operation<Page<Invitation>>;
    post: Operation<Invitation, never, never, { email: string; role: Role; name?: string }, Once>;
  };
  "/v1/invitations/{id}": { delete: Operation<void, Id> };
  "/v1/invitations/accept": {
    post: Operation<
      { tenant: Tenant; user: User },
      never,
      never,
      { code: string; email: string; password: string; name: string }
    >;
  };
  "/v1/objects": { get: Operation<{ catalogue_version: string | number; items: ObjectSummary[] }> };
  "/v1/objects/{plural}": { get: Operation<ObjectDocument, Plural> };
  "/v1/records/{plural}": { post: Operation<RecordRow, Plural, never, Values, Once> };
  "/v1/records/{plural}/query": { post: Operation<Page<RecordRow>, Plural, never, RecordQuery> };
  "/v1/records/{plural}/totals": { get: Operation<Totals, Plural, { by: string }> };
  "/v1/records/{plural}/{id}": {
    get: Operation<RecordRow, RecordPath>;
    patch: Operation<RecordRow, RecordPath, never, Values, Match>;
    delete: Operation<void, RecordPath, never, never, Match>;
  };
  "/v1/records/{plural}/{id}/restore": { post: Operation<RecordRow, RecordPath> };
  "/v1/records/{plural}/{id}/timeline": {
    get: Operation<Page<TimelineEntry>, RecordPath, Paging & { kind?: string }>;
  };
  "/v1/records/{plural}/{id}/related/{field}": {
    get: Operation<Page<RecordRow>, RecordPath & { field: string }, Paging>;
  };
  "/v1/records/leads/{id}/convert": {
    post: Operation<
      { lead: RecordRow; company: RecordRow | null; contact: RecordRow | null; deal: RecordRow | null },
      Id,
      never,
      ConvertBody,
      Once
    >;
  };
  "/v1/records/leads/{id}/unconvert": { post: Operation<unknown, Id> };
  "/v1/notifications": { get: Operation<Page<Notification>, never, Paging> };
  "/v1/imports": {
    get: Operation<Answer<"/v1/imports", "get">, never, Paging>;
    post: Operation<ImportTicket, never, never, { object: string; filename: string }>;
  };
  "/v1/imports/{id}": { get: Operation<ImportJob, Id> };
  "/v1/imports/{id}/preview": {
    post: Operation<ImportJob, Id, never, { mapping?: Pick<ImportColumn, "column" | "target">[] }>;
  };
  "/v1/imports/{id}/start": {
    post: Operation<
      ImportJob,
      Id,
      never,
      { mapping: Pick<ImportColumn, "column" | "target">[]; on_duplicate: OnDuplicate; fire_automations?: boolean }
    >;
  };
  "/v1/imports/{id}/undo": { post: Operation<ImportJob, Id> };
  "/v1/imports/{id}/verdicts.csv": { get: Operation<{ url: string }, Id> };
  "/v1/sample-data": {
    get: Operation<SampleData>;
    post: Operation<SampleData>;
    delete: Operation<SampleData>;
  };
}

/** A route that the API's document does not have does not compile; record routes are documented once an object. */
type Undocumented = Exclude<keyof paths, keyof Documented | `/v1/records/${string}`>;
export const everyRouteIsDocumented: [Undocumented] extends [never] ? true : never = true;
