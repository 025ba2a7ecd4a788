import { SegmentPage } from "@/features/segments/SegmentPage";
import { segment } from "./router";

export function SegmentRoute() {
  const { id } = segment.useParams();
  const { tab } = segment.useSearch();
  return <SegmentPage key={id} id={id} tab={tab} />;
}
