/** The routes of the record page: what is said, kept, shared and merged around a record of any object. */
import type { Operation } from "./paths";
import type {
  Access,
  Comment,
  Comments,
  Duplicates,
  FileAddress,
  KeptFile,
  Merge,
  Merged,
  MergePreview,
  PrivacyRequest,
  RecordVersion,
  Share,
  ShareAccess,
  Shortcuts,
  Unmerged,
  VersionRow,
} from "./recordTypes";
import type { FileTicket, Page, RecordRow, Values } from "./types";

type RecordPath = { plural: string; id: string };
type Paging = { limit?: number; cursor?: string };
type Match = { "If-Match": string };
type Once = { "Idempotency-Key": string };
type NewFile = { name: string; size: number; type: string };
type FilePath = RecordPath & { file: string };

export interface MergeWish {
  winner_id: string;
  loser_ids: string[];
  choices: Record<string, string>;
}

export interface RecordPaths {
  "/v1/records/{plural}/{id}/comments": {
    get: Operation<Comments, RecordPath, Paging>;
    post: Operation<Comment, RecordPath, never, { text: string }, Once>;
  };
  "/v1/records/{plural}/{id}/comments/{comment}": {
    patch: Operation<Comment, RecordPath & { comment: string }, never, { text: string }, Match>;
    delete: Operation<void, RecordPath & { comment: string }, never, never, Match>;
  };
  "/v1/records/{plural}/{id}/comments/read": {
    post: Operation<{ new: number }, RecordPath, never, { up_to?: string }>;
  };
  "/v1/records/{plural}/{id}/follow": {
    put: Operation<{ follows: boolean }, RecordPath>;
    delete: Operation<{ follows: boolean }, RecordPath>;
  };
  "/v1/records/{plural}/{id}/files": {
    get: Operation<Page<KeptFile>, RecordPath, Paging & { deleted?: "true" | "false" }>;
    post: Operation<FileTicket, RecordPath, never, NewFile>;
  };
  "/v1/records/{plural}/{id}/files/{file}": { delete: Operation<void, FilePath> };
  "/v1/records/{plural}/{id}/files/{file}/versions": { post: Operation<FileTicket, FilePath, never, NewFile> };
  "/v1/records/{plural}/{id}/files/{file}/complete": { post: Operation<KeptFile, FilePath> };
  "/v1/records/{plural}/{id}/files/{file}/restore": { post: Operation<KeptFile, FilePath> };
  "/v1/records/{plural}/{id}/files/{file}/download": { get: Operation<FileAddress, FilePath, { version?: number }> };
  "/v1/records/{plural}/{id}/files/{file}/preview": { get: Operation<FileAddress, FilePath, { version?: number }> };
  "/v1/records/{plural}/{id}/shares": {
    get: Operation<{ items: Share[] }, RecordPath>;
    post: Operation<Share, RecordPath, never, { with: Share["with"]; access: ShareAccess }>;
  };
  "/v1/records/{plural}/{id}/shares/{who}": { delete: Operation<void, RecordPath & { who: string }> };
  "/v1/records/{plural}/{id}/access-requests": {
    post: Operation<{ asked: boolean }, RecordPath, never, { message?: string }>;
  };
  "/v1/records/{plural}/{id}/access-requests/decline": {
    post: Operation<undefined, RecordPath, never, { user: string }>;
  };
  "/v1/records/{plural}/{id}/access": { get: Operation<Access, RecordPath, { user: string }> };
  "/v1/records/{plural}/{id}/versions": { get: Operation<Page<VersionRow>, RecordPath, Paging> };
  "/v1/records/{plural}/{id}/versions/{version}": { get: Operation<RecordVersion, RecordPath & { version: string }> };
  "/v1/records/{plural}/{id}/versions/{version}/restore": {
    post: Operation<{ record: RecordRow; skipped: string[] }, RecordPath & { version: string }, never, never, Match>;
  };
  "/v1/records/{plural}/{id}/clone": { post: Operation<RecordRow, RecordPath, never, { changes?: Values }, Once> };
  "/v1/records/{plural}/duplicates": {
    post: Operation<Duplicates, { plural: string }, never, { values: Values; id?: string }>;
  };
  "/v1/records/{plural}/merge/preview": { post: Operation<MergePreview, { plural: string }, never, MergeWish> };
  "/v1/records/{plural}/merge": {
    post: Operation<Merged, { plural: string }, never, MergeWish & { versions: Record<string, number> }, Once>;
  };
  "/v1/merges": { get: Operation<Page<Merge>, never, Paging> };
  "/v1/merges/{id}": { get: Operation<Merge, { id: string }> };
  "/v1/merges/{id}/undo": { post: Operation<Unmerged, { id: string }> };
  "/v1/favourites": { get: Operation<Shortcuts> };
  "/v1/favourites/{plural}/{id}": {
    get: Operation<{ favourite: boolean }, RecordPath>;
    put: Operation<{ favourite: boolean }, RecordPath>;
    delete: Operation<{ favourite: boolean }, RecordPath>;
  };
  "/v1/recent": { get: Operation<Shortcuts>; post: Operation<void, never, never, RecordPath> };
  "/v1/privacy/requests": {
    get: Operation<Page<PrivacyRequest>, never, Paging>;
    post: Operation<
      PrivacyRequest,
      never,
      never,
      { object: string; id: string; kind: PrivacyRequest["kind"]; keep_years?: number | null; received_on?: string }
    >;
  };
  "/v1/privacy/requests/{id}": { get: Operation<PrivacyRequest, { id: string }> };
}
