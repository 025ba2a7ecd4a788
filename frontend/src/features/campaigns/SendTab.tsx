import { lazy } from "react";
import type { Campaign } from "@/api/campaigns";
import type { RecordRow } from "@/api/types";
import type { CompiledObject } from "@/metadata/compile";
import type { Tab } from "./CampaignPage";

const Launched = lazy(() => import("./Launched").then((module) => ({ default: module.Launched })));
const Review = lazy(() => import("./Review").then((module) => ({ default: module.Review })));

export interface SendProps {
  object: CompiledObject;
  record: RecordRow;
  told: Campaign;
  mayWrite: boolean;
  onTab(tab: Tab): void;
}

/** Before the launch what it would do, after it how the mails stand. */
export function SendTab(props: SendProps) {
  const { course } = props.told;
  return course && course.state !== "withdrawn" ? <Launched {...props} course={course} /> : <Review {...props} />;
}
