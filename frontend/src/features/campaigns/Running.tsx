import type { RunningCostTold } from "@/api/costs";
import { useObject } from "@/api/objects";
import type { RecordRow } from "@/api/types";
import { RunningCost } from "@/kit/costs/RunningCost";
import { AddCost } from "./AddCost";
import { useMayWrite } from "./mayWrite";

/** What Tendero itself cost for a campaign, and the way to count it among its costs. */
export function Running({ cost, record }: { cost: RunningCostTold; record: RecordRow }) {
  const mayWrite = useMayWrite(useObject("campaigns"), record);
  return <RunningCost cost={cost}>{mayWrite && <AddCost cost={cost} record={record} />}</RunningCost>;
}
