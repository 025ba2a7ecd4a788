/** The board, with what features add to its cards. */
import { NextTask } from "@/features/activities/NextTask";
import { Board } from "@/kit/board/Board";
import type { ListSearch } from "@/kit/list/listState";
import { registerCardNote } from "@/kit/slots";
import type { CompiledObject } from "@/metadata/compile";

registerCardNote(NextTask);

export function BoardLayout(props: { object: CompiledObject; search: ListSearch }) {
  return <Board {...props} />;
}
