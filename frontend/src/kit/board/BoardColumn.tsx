import { ActionIcon, Button, Group, Skeleton, Text, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { memo, useEffect, useRef } from "react";
import { useMe } from "@/api/me";
import { useRecords } from "@/api/records";
import type { Option, RecordRow } from "@/api/types";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { openCreate } from "@/kit/form/create";
import type { ListSearch } from "@/kit/list/listState";
import { may } from "@/metadata/access";
import type { BoardMeta, CompiledObject } from "@/metadata/compile";
import classes from "./Board.module.css";
import { BoardCard } from "./BoardCard";
import { type ColumnTotals, columnQuery, NO_VALUE } from "./boardState";

interface Props {
  object: CompiledObject;
  board: BoardMeta;
  option: Option;
  options: readonly Option[];
  search: ListSearch;
  totals: ColumnTotals | undefined;
  onMove(record: RecordRow, to: string): void;
}

/** So many cards come by scrolling; more are asked for by hand. */
const BY_SCROLLING = 150;

export function BoardColumn({ object, board, option, options, search, totals, onMove }: Props) {
  const { t, label } = useWords("lists");
  const { user } = useMe();
  const list = useRecords(object.plural, columnQuery(object, board, option.value, search));
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const records = list.data?.pages.flatMap((page) => page.items) ?? [];
  const end = useRef<HTMLDivElement>(null);
  const isByScrolling = hasNextPage && !isFetchingNextPage && records.length < BY_SCROLLING;
  useEffect(() => {
    if (!isByScrolling || !end.current) return;
    const seen = new IntersectionObserver((entries) => entries.some((one) => one.isIntersecting) && fetchNextPage(), {
      root: end.current.parentElement,
      rootMargin: "400px",
    });
    seen.observe(end.current);
    return () => seen.disconnect();
  }, [isByScrolling, fetchNextPage]);
  const name = label(option.label);
  const isWritable = !board.by.read_only;
  return (
    <div className={classes.column} data-column={option.value} data-name={name}>
      <ColumnHead
        board={board}
        option={option}
        totals={totals}
        shown={list.isPending ? "" : `${records.length}${hasNextPage ? "+" : ""}`}
        onCreate={
          isWritable && may(object.permissions, "create")
            ? () =>
                openCreate({
                  plural: object.plural,
                  given: option.value === NO_VALUE ? {} : { [board.by.name]: option.value },
                  stay: true,
                })
            : undefined
        }
      />
      <div className={classes.cards} role="list" aria-label={name}>
        {list.isPending && <Skeleton height={84} radius="md" />}
        {records.map((record) => (
          <BoardCard
            key={record.id}
            object={object}
            board={board}
            option={option}
            options={options}
            record={record}
            isMovable={isWritable && may(object.permissions, "update", record, user.id)}
            onMove={onMove}
          />
        ))}
        <div ref={end} aria-hidden />
        {list.data?.pages.at(-1)?.complete === false && (
          <Text size="xs" c="dimmed" px={4}>
            {t("board.partial")}
          </Text>
        )}
        {hasNextPage && records.length >= BY_SCROLLING && (
          <Button variant="subtle" size="compact-sm" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
            {t("board.more")}
          </Button>
        )}
      </div>
    </div>
  );
}

interface HeadProps {
  board: BoardMeta;
  option: Option;
  totals: ColumnTotals | undefined;
  /** How many are on screen, where nobody has counted. */
  shown: string;
  onCreate: (() => void) | undefined;
}

const ColumnHead = memo(function ColumnHead({ board, option, totals, shown, onCreate }: HeadProps) {
  const { t, label } = useWords("lists");
  const formats = useFormats();
  const each = totals?.sums.map(formats.totalMoney).join(" · ");
  const sums = totals?.base ? t("board.about", { amount: formats.totalMoney(totals.base) }) : each;
  const weighted = totals?.weighted.map(formats.totalMoney).join(" · ");
  const count = totals ? formats.number(totals.count) : shown;
  return (
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
          title={totals?.isExact === false ? t("board.atLeast") : undefined}
        >
          {totals?.isExact === false ? t("board.atLeastCount", { count }) : count}
        </Text>
        {onCreate && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            ml="auto"
            aria-label={t("board.createIn", { column: label(option.label) })}
            onClick={onCreate}
          >
            <IconPlus size={16} />
          </ActionIcon>
        )}
      </Group>
      {board.sum && (
        <Group gap={8} wrap="nowrap" mih={18}>
          <Text size="xs" className="numbers" truncate="end" title={totals?.base ? each : undefined}>
            {sums}
          </Text>
          {weighted && (
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
  );
});
