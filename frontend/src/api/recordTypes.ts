/** The shapes of what is said, kept, shared and merged around a record, as the API's document has them. */
import type { Answer, FileTicket, Page, RecordRow, Values } from "./types";

export interface Comment {
  id: string;
  version: number;
  author: string;
  at: string;
  /** Absent of a deleted one. A mention is `@[user id]`. */
  text: string | null;
  mentions: { id: string; name: string }[];
  edited_at: string | null;
  edits: { at: string; text: string }[];
  deleted_at: string | null;
}
export interface Comments extends Page<Comment> {
  /** How many the reader has not seen. */
  new: number;
  follows: boolean;
}

export type KeptFile = FileTicket["file"];
export interface FileAddress {
  url: string;
  type: string;
  expires_at: string;
}

export type ShareAccess = "read" | "update";
export interface Share {
  /** `user:<id>` or `team:<id>`. */
  id: string;
  by: string;
  at: string;
  with: { user?: string; team?: string };
  access: ShareAccess;
}
/** Why a user sees a record or does not, rule by rule. */
export interface Access {
  user: string;
  role: string | null;
  may: Record<"read" | "update" | "delete" | "export", boolean>;
  steps: { rule: string; allows: boolean | null; detail: string }[];
}

export interface VersionRow {
  version: number;
  kind: string;
  at: string;
  actor: string;
  source: string | null;
  reason: string | null;
  fields: string[];
  is_erased: boolean;
}
export interface RecordVersion extends VersionRow {
  record: RecordRow;
  skipped: string[];
}

/** One that may be the same; of one that the reader may not see only whose it is, and by what to ask for it. */
export interface Likeness {
  score: number;
  id?: string;
  name?: string | null;
  reasons?: { rule: string; fields: string[]; share: number }[];
  record?: RecordRow;
  owner?: { name: string } | null;
  can_ask_access?: boolean;
  reference?: string;
}
export interface Duplicates {
  items: Likeness[];
}

export interface MergePreview {
  record: RecordRow;
  /** Where each value comes from that the one that stays did not hold: a record's id, or how it was made. */
  sources: Record<string, string>;
  versions: Record<string, number>;
  moves: { plural: string; field: string; count: number }[];
  exact: boolean;
}
export interface Merged {
  merge_id: string;
  state: string;
  record: Values;
}
export type Merge = Answer<"/v1/merges/{id}", "get">;
export type Unmerged = Answer<"/v1/merges/{id}/undo", "post">;

export type Shortcuts = Answer<"/v1/favourites", "get">;
export type PrivacyRequest = Answer<"/v1/privacy/requests/{id}", "get">;
