import type { ChangeStep } from "@/kit/slots";

/** Closing a deal as lost asks why. */
export const askLostReason: ChangeStep = (object, record, changes) => {
  const stage = object.fields.get("stage");
  const chosen = stage?.options?.find((option) => option.value === changes.stage);
  return chosen?.kind === "lost" && !changes.lost_reason && !record.lost_reason ? ["lost_reason"] : [];
};
