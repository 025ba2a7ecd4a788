import type { Model, Way } from "@/api/campaignResults";

export const MODELS: readonly Model[] = ["last", "first", "linear"];
export const WINDOWS = [7, 14, 30, 60, 90] as const;
/** How revenue is shared out unless somebody asks otherwise. */
export const LAST: Way = { model: "last", window: 30 };
