import { useMayManage } from "@/api/objects";
import { seenAs } from "@/api/seeing";

export const OF = "automations";

/** Whether this person may change automations, and so see what their runs did. */
export function useMayWrite(): boolean {
  const may = useMayManage(OF, "update");
  return may && !seenAs();
}
