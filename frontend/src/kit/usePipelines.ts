import { useObjects } from "@/api/objects";
import { useRecords } from "@/api/records";
import type { BoardMeta } from "@/metadata/compile";

/** The sets of columns that a board may show: one a pipeline that its options name. */
export function usePipelines(board: BoardMeta): { value: string; label: string }[] {
  const ids = [...new Set(board.options.flatMap((option) => option.pipeline ?? []))];
  const object = useObjects().find((one) => one.plural === "pipelines");
  const names = useRecords("pipelines", { sort: "-updated_at" }, ids.length > 1 && Boolean(object));
  const records = names.data?.pages.flatMap((page) => page.items) ?? [];
  return ids.length > 1
    ? ids.map((id) => ({ value: id, label: String(records.find((record) => record.id === id)?.name ?? "…") }))
    : [];
}
