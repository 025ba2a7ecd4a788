import type { Answer } from "./types";

/** What the work for a campaign or an automation has used, by the list prices of what it runs on. */
export type RunningCostTold = Answer<"/v1/campaigns/{id}/results", "get">["running_cost"];
