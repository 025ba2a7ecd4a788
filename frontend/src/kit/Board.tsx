import { DragDropContext, type DropResult, type ResponderProvided } from "@hello-pangea/dnd";
import { useQueryClient } from "@tanstack/react-query";
import { rollBack, snapshot } from "@/api/cache";
import { useTotals } from "@/api/records";
import type { Option, RecordRow } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { type BoardMeta, type CompiledObject, nameOf } from "@/metadata/compile";
import classes from "./Board.module.css";
import { BoardColumn } from "./BoardColumn";
import { moveCached, totalsOf } from "./boardState";
import type { ListSearch } from "./listState";
import { showProblem } from "./notices";
import { useChange } from "./useChange";
import { usePipelines } from "./usePipelines";

interface Props {
  object: CompiledObject;
  board: BoardMeta;
  search: ListSearch;
}

/** Records in columns by one of their choices: moved by mouse, finger, keyboard or menu. */
export function Board({ object, board, search }: Props) {
  const { t, label, inner } = useWords();
  const client = useQueryClient();
  const change = useChange(object);
  const totals = useTotals(object.plural, board.by.name);
  const pipelines = usePipelines(board);
  const current = pipelines.find((pipeline) => pipeline.value === search.pipeline) ?? pipelines[0];
  const chosen = search.where?.[board.by.name];
  const options = board.options
    .filter((option) => !current || option.pipeline === current.value)
    .filter((option) => !chosen?.length || chosen.includes(option.value));
  const isWhole = !search.q && !search.where;

  const move = async (record: RecordRow, to: Option, index: number) => {
    const from = board.options.find((option) => option.value === record[board.by.name]);
    if (!from || from.value === to.value) return;
    const taken = snapshot(client);
    moveCached(client, { object, board, search, record, from, to, index });
    try {
      const message = t("board.moved", { name: nameOf(record, object.nameField), column: label(to.label) });
      if (!(await change(record, { [board.by.name]: to.value }, message))) rollBack(client, taken);
    } catch (problem) {
      rollBack(client, taken);
      showProblem(problem);
    }
  };

  const dropped = (result: DropResult, provided: ResponderProvided) => {
    const to = options.find((option) => option.value === result.destination?.droppableId);
    const record = findCard(result.draggableId);
    if (!to || !record || !result.destination) return provided.announce(t("board.stayed"));
    provided.announce(t("board.announceDrop", { column: label(to.label) }));
    move(record, to, result.destination.index);
  };

  const findCard = (id: string): RecordRow | undefined =>
    client
      .getQueriesData<{ pages?: { items: RecordRow[] }[] }>({ queryKey: ["records", object.plural, "list"] })
      .flatMap(([, data]) => data?.pages?.flatMap((page) => page.items) ?? [])
      .find((record) => record.id === id);

  return (
    <DragDropContext
      dragHandleUsageInstructions={t("board.instructions")}
      onDragStart={(_start, provided) => provided.announce(t("board.announceLift"))}
      onDragUpdate={(update, provided) => {
        const over = options.find((option) => option.value === update.destination?.droppableId);
        provided.announce(over ? t("board.announceOver", { column: label(over.label) }) : t("board.announceNowhere"));
      }}
      onDragEnd={dropped}
    >
      <section
        className={classes.board}
        tabIndex={0}
        aria-label={t("board.region", { name: inner(object.labelPlural) })}
      >
        {options.map((option) => (
          <BoardColumn
            key={option.value}
            object={object}
            board={board}
            option={option}
            options={options}
            search={search}
            totals={isWhole ? totalsOf(totals.data, option.value, board.sum?.name) : undefined}
            onMove={move}
          />
        ))}
      </section>
    </DragDropContext>
  );
}
