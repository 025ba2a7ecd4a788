import { VisuallyHidden } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { rollBack, snapshot } from "@/api/cache";
import { useGroups } from "@/api/groups";
import type { Option, RecordRow } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { chosenOf } from "@/kit/filters/tree";
import { filterOf, type ListSearch } from "@/kit/list/listState";
import { showProblem } from "@/kit/notices";
import { useChange } from "@/kit/useChange";
import { usePipelines } from "@/kit/usePipelines";
import { type BoardMeta, type CompiledObject, nameOf } from "@/metadata/compile";
import classes from "./Board.module.css";
import { BoardColumn } from "./BoardColumn";
import { useBoardDrag } from "./boardDrag";
import { boardOf, columnOf, moveCached, NO_VALUE, totalsOf } from "./boardState";

interface Props {
  object: CompiledObject;
  search: ListSearch;
}

/** Records in columns by one of their choices. */
export function Board({ object, search }: Props) {
  const board = useMemo(() => boardOf(object, search.by), [object, search.by]);
  return board ? <Columns key={board.by.name} object={object} board={board} search={search} /> : null;
}

function useColumns(board: BoardMeta, search: ListSearch, isUnset: boolean): Option[] {
  const { t } = useWords("lists");
  const pipelines = usePipelines(board);
  const pipeline = (pipelines.find((one) => one.value === search.pipeline) ?? pipelines[0])?.value;
  const chosen = JSON.stringify(chosenOf(search.filter, board.by.name));
  const none = t("board.noValue");
  return useMemo(() => {
    const only: string[] = JSON.parse(chosen);
    const options = board.options.filter(
      (option) => (!pipeline || option.pipeline === pipeline) && (!only.length || only.includes(option.value)),
    );
    const unset = { value: NO_VALUE, label: { es: none, en: none } };
    return isUnset && !only.length ? [unset, ...options] : options;
  }, [board, pipeline, chosen, none, isUnset]);
}

function Columns({ object, board, search }: Props & { board: BoardMeta }) {
  const { t, label, inner } = useWords("lists");
  const client = useQueryClient();
  const change = useChange(object);
  const root = useRef<HTMLElement>(null);
  const live = useRef<HTMLDivElement>(null);
  const groups = useGroups(object.plural, board.by.name, filterOf(object, search));
  const isUnset = Boolean(groups.data?.items.some((item) => item.value === null && item.count > 0));
  const options = useColumns(board, search, isUnset);

  const move = async (record: RecordRow, to: string) => {
    const option = options.find((one) => one.value === to);
    if (!option || columnOf(board, record) === to) return;
    const taken = snapshot(client);
    moveCached(client, { object, board, search, record, to });
    try {
      const message = t("board.moved", { name: nameOf(record, object.nameField), column: label(option.label) });
      const value = to === NO_VALUE ? null : to;
      if (!(await change(record, { [board.by.name]: value }, message))) rollBack(client, taken);
    } catch (problem) {
      rollBack(client, taken);
      showProblem(problem);
    }
    focusCard(root.current, record.id);
  };
  const latest = useRef(move);
  useEffect(() => {
    latest.current = move;
  });
  const onMove = useCallback((record: RecordRow, to: string) => latest.current(record, to), []);

  const findCard = (id: string): RecordRow | undefined =>
    client
      .getQueriesData<{ pages?: { items: RecordRow[] }[] }>({ queryKey: ["records", object.plural, "list"] })
      .flatMap(([, data]) => data?.pages?.flatMap((page) => page.items) ?? [])
      .find((record) => record.id === id);

  useBoardDrag({
    board: root,
    live,
    words: {
      lifted: t("board.announceLift"),
      over: (column) => t("board.announceOver", { column }),
      nowhere: t("board.announceNowhere"),
      stayed: t("board.stayed"),
      dropped: (column) => t("board.announceDrop", { column }),
    },
    onDrop: (id, to) => {
      const record = findCard(id);
      if (record) move(record, to).then(() => focusCard(root.current, id));
    },
  });

  return (
    <>
      <section
        ref={root}
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
            totals={search.q ? undefined : totalsOf(groups.data, option, board.sum?.name)}
            onMove={onMove}
          />
        ))}
      </section>
      <VisuallyHidden id="board-instructions">{t("board.instructions")}</VisuallyHidden>
      <VisuallyHidden ref={live} aria-live="assertive" />
    </>
  );
}

/** A moved card keeps the focus, unless somebody has put it elsewhere meanwhile. */
function focusCard(root: HTMLElement | null, id: string): void {
  requestAnimationFrame(() => {
    if (document.activeElement && document.activeElement !== document.body) return;
    root?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
  });
}
