import { Grouping } from "./Grouping";
import { NewList } from "./NewList";

/** What can be begun beside a segment that is said in words. */
export type Wish = "list" | "grouping";

export function Beginnings({ wish, onClose }: { wish: Wish; onClose(): void }) {
  return wish === "list" ? <NewList onClose={onClose} /> : <Grouping onClose={onClose} />;
}
