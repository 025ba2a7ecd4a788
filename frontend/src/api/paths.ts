/** The routes that the portal calls, in the shape that openapi-fetch reads. Records are generic: one route serves every object. */
import type { RunOfRecord } from "./automations";
import type { AdviceAnswer, Card } from "./cardTypes";
import type { ConsentDecision, Consents } from "./consentTypes";
import type { DesignPaths, NewObject, ObjectDesign } from "./designPaths";
import type { Plan, Plans } from "./plans";
import type { RecordPaths } from "./recordPaths";
import type { paths as Documented } from "./schema";
import type { Score } from "./segmentTypes";
import type {
  Agreed,
  Answer,
  ApiKey,
  BulkPreview,
  BulkWish,
  CalendarQuery,
  Deleted,
  Export,
  ExportWish,
  FileTicket,
  Filter,
  Groups,
  ImportColumn,
  ImportJob,
  ImportTicket,
  Invitation,
  Job,
  Me,
  NewApiKey,
  ObjectDocument,
  ObjectSummary,
  OnDuplicate,
  Page,
  RecordQuery,
  RecordRow,
  Role,
  SampleData,
  SavedView,
  SignUp,
  StoredFile,
  Tenant,
  TimelineEntry,
  Totals,
  User,
  Values,
  ViewValues,
} from "./types";

type Json<T> = { content: { "application/json": T } };

type Slot<Name extends string, T> = [T] extends [never] ? { [N in Name]?: never } : { [N in Name]: T };

export type Operation<Answer, Path = never, Query = never, Body = never, Header = never> = {
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

/** Routes whose shapes are taken from the document as they are. */
type AsDocumented = Pick<
  Documented,
  | "/v1/segments"
  | "/v1/segments/{id}"
  | "/v1/segments/sizes"
  | "/v1/segments/interpret"
  | "/v1/segments/sentence"
  | "/v1/segments/preview"
  | "/v1/segments/{id}/members"
  | "/v1/segments/{id}/members/by-filter"
  | "/v1/segments/{id}/members/by-import"
  | "/v1/segments/rfm"
  | "/v1/segments/{id}/size"
  | "/v1/segments/{id}/history"
  | Extract<keyof Documented, `/v1/campaign${string}` | `/v1/marketing/${string}` | `/v1/purposes` | `/v1/exclusions`>
  | Extract<keyof Documented, `/v1/automation${string}` | `/v1/assignments${string}`>
  | Extract<keyof Documented, `/v1/action-rule${string}`>
  | Extract<keyof Documented, `/v1/forms${string}` | `/v1/webhooks${string}` | `/v1/exclusions${string}`>
  | Extract<keyof Documented, `/v1/failures${string}` | `/v1/alarms${string}`>
  | Extract<keyof Documented, `/v1/purposes${string}` | `/v1/marketing/reputation${string}`>
  | "/v1/public/forms/{token}"
  | Extract<keyof Documented, `/v1/shared-lists${string}` | `/v1/public/lists${string}`>
  | Extract<keyof Documented, `/v1/campaigns${string}` | `/v1/marketing/returns${string}`>
  | "/v1/domains"
  | "/v1/domains/{id}"
  | "/v1/domains/{id}/check"
  | "/v1/pictures"
  | "/v1/templates"
  | "/v1/templates/{id}"
  | "/v1/templates/{id}/preview"
  | "/v1/templates/{id}/test"
  | "/v1/templates/{id}/checks"
  | "/v1/senders"
  | "/v1/senders/{id}"
  | "/v1/marketing/settings"
  | "/v1/public/consent/{token}"
  | "/v1/public/preferences/{token}"
  | "/v1/roles"
  | "/v1/roles/changes"
  | "/v1/roles/{key}"
  | "/v1/access-log"
  | "/v1/objects/changes"
  | "/v1/teams"
  | "/v1/teams/{id}"
  | "/v1/tags"
  | "/v1/tags/rename"
  | "/v1/users/{id}/transfer"
  | "/v1/duplicates"
  | "/v1/duplicates/{id}/dismiss"
  | "/v1/duplicates/{id}/reopen"
  | "/v1/users/{id}/mfa"
  | "/v1/session/reset"
  | "/v1/session/reset/confirm"
  | "/v1/me/password"
  | "/v1/me/mfa"
  | "/v1/me/mfa/confirm"
  | "/v1/me/mfa/recovery-codes"
  | "/v1/me/mfa/off"
  | "/v1/me/sessions"
  | "/v1/me/sessions/{id}"
  | "/v1/tenant"
  | "/v1/tenant/logo"
  | "/v1/api-keys/{id}"
  | "/v1/search"
  | "/v1/onboarding"
  | "/v1/notifications"
  | "/v1/notifications/read"
  | "/v1/notifications/preferences"
>;

export interface paths extends AsDocumented, RecordPaths, DesignPaths {
  "/v1/api-keys": {
    get: Operation<Page<ApiKey>>;
    post: Operation<ApiKey & { secret: string }, never, never, NewApiKey, Once>;
  };
  "/v1/records/{plural}/{id}/automations": { get: Operation<{ items: RunOfRecord[] }, RecordPath> };
  "/v1/records/{plural}/{id}/plans": {
    get: Operation<Plans, RecordPath>;
    post: Operation<Plan, RecordPath, never, { automation: string }>;
  };
  "/v1/records/{plural}/{id}/plans/{run}/stop": { post: Operation<never, RecordPath & { run: string }> };
  "/v1/records/{plural}/{id}/plans/{run}/steps/{step}": {
    put: Operation<Plan, RecordPath & { run: string; step: string }, never, { skipped: boolean }>;
  };
  "/v1/records/{plural}/{id}/address/release": {
    post: Operation<Consents, RecordPath, never, { reason: string }>;
  };
  "/v1/records/{plural}/{id}/card": { get: Operation<Card, RecordPath> };
  "/v1/records/{plural}/{id}/card/answers": {
    post: Operation<AdviceAnswer, RecordPath, never, { rule: string; answer: AdviceAnswer["answer"]; reason?: string }>;
  };
  "/v1/records/{plural}/{id}/card/answers/{rule}": { delete: Operation<never, RecordPath & { rule: string }> };
  "/v1/records/{plural}/{id}/score": { get: Operation<Score, RecordPath> };
  "/v1/records/{plural}/{id}/consents": {
    get: Operation<Consents, RecordPath, Paging>;
    post: Operation<Consents, RecordPath, never, ConsentDecision>;
  };
  "/v1/objects/{plural}/duplicates/scan": { post: Operation<Job, Plural> };
  "/v1/files": { post: Operation<FileTicket, never, never, { name: string; size: number; type: string }> };
  "/v1/files/{id}/complete": { post: Operation<StoredFile, Id> };
  "/v1/signup": { post: Operation<{ tenant: Tenant; user: User }, never, never, SignUp> };
  "/v1/me": {
    get: Operation<Me>;
    patch: Operation<Me, never, never, { name?: string; locale?: string; timezone?: string }>;
  };
  "/v1/users": { get: Operation<Page<User>> };
  "/v1/users/{id}": { patch: Operation<User, Id, never, { role?: Role; team?: string | null; name?: string }> };
  "/v1/users/{id}/deactivate": {
    post: Operation<Answer<"/v1/users/{id}/deactivate", "post">, Id, never, { heir_id?: string }>;
  };
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
  "/v1/objects": {
    get: Operation<{ catalogue_version: string | number; items: ObjectSummary[]; agreed: Agreed[] }>;
    post: Operation<ObjectDocument, never, never, NewObject>;
  };
  "/v1/objects/{plural}": {
    get: Operation<ObjectDocument, Plural>;
    patch: Operation<ObjectDocument, Plural, never, ObjectDesign, Match>;
    delete: Operation<{ catalogue_version: number }, Plural, never, never, Match>;
  };
  "/v1/records/{plural}": { post: Operation<RecordRow, Plural, never, Values, Once> };
  "/v1/records/{plural}/query": { post: Operation<Page<RecordRow>, Plural, never, RecordQuery> };
  "/v1/records/{plural}/groups": {
    post: Operation<Groups, Plural, never, { by: string; filter?: Filter | undefined }>;
  };
  "/v1/records/{plural}/calendar": { post: Operation<Page<RecordRow>, Plural, never, CalendarQuery> };
  "/v1/merge-fields/{plural}": { get: Operation<Answer<"/v1/merge-fields/{plural}", "get">, Plural> };
  "/v1/views": {
    get: Operation<{ items: SavedView[] }, never, { object: string }>;
    post: Operation<SavedView, never, never, ViewValues & { object: string; name: string }>;
  };
  "/v1/views/{id}": {
    patch: Operation<SavedView, Id, never, ViewValues, Match>;
    delete: Operation<void, Id, never, never, Match>;
  };
  "/v1/records/{plural}/count": { get: Operation<{ count: number; exact: boolean }, Plural> };
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
  "/v1/bulk": { post: Operation<Job, never, never, BulkWish, Once> };
  "/v1/bulk/preview": { post: Operation<BulkPreview, never, never, BulkWish> };
  "/v1/jobs": { get: Operation<Page<Job>, never, Paging> };
  "/v1/jobs/{id}": { get: Operation<Job, Id> };
  "/v1/jobs/{id}/stop": { post: Operation<Job, Id> };
  "/v1/jobs/{id}/undo": { post: Operation<Job, Id> };
  "/v1/jobs/{id}/verdicts.csv": { get: Operation<{ url: string }, Id> };
  "/v1/exports": { post: Operation<Export, never, never, ExportWish> };
  "/v1/exports/{id}": { get: Operation<Export, Id> };
  "/v1/records/{plural}/trash": { get: Operation<Page<Deleted>, Plural, Paging> };
  "/v1/records/{plural}/{id}/purge": { delete: Operation<void, RecordPath> };
  "/v1/sample-data": {
    get: Operation<SampleData>;
    post: Operation<SampleData>;
    delete: Operation<SampleData>;
  };
}

/** A route that the API's document does not have does not compile; record routes are documented once an object. */
type Undocumented = Exclude<keyof paths, keyof Documented | `/v1/records/${string}`>;
export const everyRouteIsDocumented: [Undocumented] extends [never] ? true : never = true;
