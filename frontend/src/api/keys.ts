/** Query keys. The tenant needs no place in them: signing out empties the whole cache. */
import type { RecordQuery } from "./types";

export const keys = {
  me: ["me"] as const,
  users: ["users"] as const,
  invitations: ["invitations"] as const,
  objects: ["objects"] as const,
  object: (plural: string) => ["objects", plural] as const,
  records: (plural: string) => ["records", plural] as const,
  list: (plural: string, query: RecordQuery) => ["records", plural, "list", query] as const,
  lists: (plural: string) => ["records", plural, "list"] as const,
  totals: (plural: string) => ["records", plural, "totals"] as const,
  record: (plural: string, id: string) => ["records", plural, "one", id] as const,
  timeline: (plural: string, id: string) => ["records", plural, "timeline", id] as const,
  related: (plural: string, id: string, field: string) => ["records", plural, "related", id, field] as const,
  search: (plural: string, q: string) => ["records", plural, "search", q] as const,
  notifications: ["notifications"] as const,
  imports: ["imports"] as const,
  import: (id: string) => ["imports", id] as const,
};
