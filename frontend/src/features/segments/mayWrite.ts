import { useMayManage } from "@/api/objects";

/** What this person may do with the segments and lists that the firm agrees on together. */
export function useMayWrite() {
  return {
    create: useMayManage("segments", "create"),
    update: useMayManage("segments", "update"),
    remove: useMayManage("segments", "delete"),
  };
}
