import { seenAs } from "@/api/seeing";
import type { Action, Permissions, RecordRow } from "@/api/types";

/** Whether a role may do something; with a record, whether it may do it to that one. As somebody else one only looks. */
export function may(permissions: Permissions | undefined, action: Action, record?: RecordRow, me?: string): boolean {
  const reach = permissions?.[action];
  if (!reach || reach === "none") return false;
  if (action !== "read" && seenAs()) return false;
  if (reach === "own" && record) return !record.owner || record.owner === me;
  return true;
}
