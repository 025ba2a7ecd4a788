import { NativeSelect } from "@mantine/core";
import { useWords } from "@/i18n/useWords";
import type { BoardMeta } from "@/metadata/compile";
import type { ListSearch } from "./listState";
import { usePipelines } from "./usePipelines";

interface Props {
  board: BoardMeta;
  search: ListSearch;
  onChange(search: ListSearch): void;
}

/** Which set of columns a board shows, where there is more than one. */
export function PipelinePicker({ board, search, onChange }: Props) {
  const { t } = useWords();
  const pipelines = usePipelines(board);
  if (pipelines.length < 2) return null;
  return (
    <NativeSelect
      aria-label={t("board.pipeline")}
      data={pipelines}
      value={search.pipeline ?? pipelines[0]?.value ?? ""}
      w={180}
      onChange={(event) => onChange({ ...search, pipeline: event.currentTarget.value })}
    />
  );
}
