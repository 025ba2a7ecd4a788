import { NativeSelect } from "@mantine/core";
import { useWords } from "@/i18n/useWords";
import type { ListSearch } from "@/kit/list/listState";
import { usePipelines } from "@/kit/usePipelines";
import type { BoardMeta } from "@/metadata/compile";

interface Props {
  board: BoardMeta;
  search: ListSearch;
  onChange(search: ListSearch): void;
}

/** Which set of columns a board shows, where there is more than one. */
export function PipelinePicker({ board, search, onChange }: Props) {
  const { t } = useWords("lists");
  const pipelines = usePipelines(board);
  if (pipelines.length < 2) return null;
  return (
    <NativeSelect
      aria-label={t("board.pipeline")}
      data={pipelines}
      value={search.pipeline ?? pipelines[0]?.value ?? ""}
      flex={{ base: "1 1 100px", xs: "0 0 180px" }}
      onChange={(event) => onChange({ ...search, pipeline: event.currentTarget.value })}
    />
  );
}
