import { Draggable, Droppable } from "@hello-pangea/dnd";
import { Button, Group, Skeleton, Text, Title } from "@mantine/core";
import { useMe } from "@/api/me";
import { useRecords } from "@/api/records";
import type { Option, RecordRow } from "@/api/types";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { may } from "@/metadata/access";
import type { BoardMeta, CompiledObject } from "@/metadata/compile";
import classes from "./Board.module.css";
import { BoardCard } from "./BoardCard";
import { type ColumnTotals, columnQuery } from "./boardState";
import type { ListSearch } from "./listState";

interface Props {
  object: CompiledObject;
  board: BoardMeta;
  option: Option;
  options: readonly Option[];
  search: ListSearch;
  totals: ColumnTotals | undefined;
  onMove(record: RecordRow, to: Option, index: number): void;
}

export function BoardColumn({ object, board, option, options, search, totals, onMove }: Props) {
  const { t, label } = useWords();
  const formats = useFormats();
  const { user } = useMe();
  const list = useRecords(object.plural, columnQuery(object, board, option, search));
  const records = list.data?.pages.flatMap((page) => page.items) ?? [];
  const count = totals ? formats.number(totals.count) : `${records.length}${list.hasNextPage ? "+" : ""}`;
  const sums = totals?.sums.map(formats.totalMoney).join(" · ");
  const weighted = option.kind === "open" || !option.kind ? totals?.weighted.map(formats.totalMoney).join(" · ") : "";
  return (
    <div className={classes.column}>
      <header className={classes.columnHead}>
        <Group gap={8} wrap="nowrap">
          <span className={classes.dot} data-kind={option.kind ?? "open"} aria-hidden />
          <Title order={2} fz="sm" lineClamp={1}>
            {label(option.label)}
          </Title>
          <Text
            size="xs"
            c="dimmed"
            className="numbers"
            aria-label={t("board.count", { count: totals?.count ?? records.length })}
          >
            {count}
          </Text>
        </Group>
        {board.sum && (
          <Group gap={8} wrap="nowrap" mih={18}>
            <Text size="xs" className="numbers" truncate="end">
              {sums}
            </Text>
            {weighted && option.probability !== undefined && (
              <Text
                size="xs"
                c="dimmed"
                className="numbers"
                truncate="end"
                title={t("board.weightedHint", { percent: option.probability })}
              >
                {t("board.weighted", { amount: weighted })}
              </Text>
            )}
          </Group>
        )}
      </header>
      <Droppable droppableId={option.value}>
        {(drop, dropState) => (
          <div
            ref={drop.innerRef}
            {...drop.droppableProps}
            className={classes.cards}
            data-over={dropState.isDraggingOver || undefined}
            role="list"
            aria-label={label(option.label)}
          >
            {list.isPending && <Skeleton height={84} radius="md" />}
            {records.map((record, index) => (
              <Draggable
                key={record.id}
                draggableId={record.id}
                index={index}
                isDragDisabled={!may(object.permissions, "update", record, user.id)}
              >
                {(drag, state) => (
                  <BoardCard
                    object={object}
                    board={board}
                    option={option}
                    options={options}
                    record={record}
                    drag={drag}
                    isDragging={state.isDragging}
                    onMove={(to) => onMove(record, to, 0)}
                  />
                )}
              </Draggable>
            ))}
            {drop.placeholder}
            {list.hasNextPage && (
              <Button
                variant="subtle"
                size="compact-sm"
                loading={list.isFetchingNextPage}
                onClick={() => list.fetchNextPage()}
              >
                {t("board.more")}
              </Button>
            )}
          </div>
        )}
      </Droppable>
    </div>
  );
}
