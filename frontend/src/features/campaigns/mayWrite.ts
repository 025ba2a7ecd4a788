import { useMe } from "@/api/me";
import type { RecordRow } from "@/api/types";
import { may } from "@/metadata/access";
import type { CompiledObject } from "@/metadata/compile";

/** Whether this person may plan and launch: who only looks on is shown no button. */
export function useMayWrite(object: CompiledObject, record?: RecordRow): boolean {
  const { user } = useMe();
  return record
    ? may(object.permissions, "update", record, user.id)
    : may(object.permissions, "create") && may(object.permissions, "update");
}
