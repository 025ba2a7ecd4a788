import { ActionIcon, Badge, Group, Text } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { lazy, memo, type ReactNode } from "react";
import type { Option, RecordRow } from "@/api/types";
import { FieldValue } from "@/fields/FieldValue";
import { isEmpty } from "@/fields/registry";
import { useWords } from "@/i18n/useWords";
import { OnPress } from "@/kit/OnPress";
import { RecordFlags } from "@/kit/RecordFlags";
import { cardNote } from "@/kit/slots";
import { type BoardMeta, type CompiledObject, nameOf } from "@/metadata/compile";
import classes from "./Board.module.css";

const loadMenu = () => import("./BoardMoveMenu");
const BoardMoveMenu = lazy(() => loadMenu().then((module) => ({ default: module.BoardMoveMenu })));

interface Props {
  object: CompiledObject;
  board: BoardMeta;
  option: Option;
  options: readonly Option[];
  record: RecordRow;
  isMovable: boolean;
  onMove(record: RecordRow, to: string): void;
}

const DAY = 86_400_000;
const FIELDS_ON_A_CARD = 2;

/** A record on a board; drawn again when it changes, not when another moves. */
export const BoardCard = memo(function BoardCard(props: Props) {
  const { object, board, option, record, isMovable } = props;
  const name = nameOf(record, object.nameField);
  const Note = cardNote();
  const shown = object.columns
    .filter((field) => field.name !== object.nameField && field !== board.by && field !== board.sum)
    .filter((field) => field.name !== "owner" && field.name !== "updated_at" && !isEmpty(field, record[field.name]))
    .slice(0, FIELDS_ON_A_CARD);
  return (
    <div
      role="listitem"
      aria-label={name}
      aria-describedby={isMovable ? "board-instructions" : undefined}
      tabIndex={0}
      data-card={record.id}
      data-movable={isMovable || undefined}
      className={classes.card}
    >
      <Group gap={4} wrap="nowrap" align="flex-start" justify="space-between">
        <Link
          to="/records/$plural/$id"
          params={{ plural: object.plural, id: record.id }}
          className={classes.cardLink}
          draggable={false}
        >
          {name}
        </Link>
        {isMovable && <MoveButton {...props} name={name} />}
      </Group>
      {board.sum && !isEmpty(board.sum, record[board.sum.name]) && (
        <Text fw={550} size="sm" className="numbers">
          <FieldValue field={board.sum} value={record[board.sum.name]} record={record} short />
        </Text>
      )}
      {shown.map((field) => (
        <Text key={field.name} component="div" size="xs" c="dimmed" className={classes.cardField}>
          <FieldValue field={field} value={record[field.name]} record={record} short />
        </Text>
      ))}
      {Note && <Note object={object} record={record} />}
      <Group gap={4} mt={2}>
        <DaysThere record={record} option={option} />
        <RecordFlags record={record} />
      </Group>
    </div>
  );
});

/** How long a record has stood in its stage; loud when that is longer than the stage should take. */
function DaysThere({ record, option }: { record: RecordRow; option: Option }): ReactNode {
  const { t } = useWords("lists");
  const since =
    typeof record.stage_since === "string" && option.kind === "open" ? Date.parse(record.stage_since) : Number.NaN;
  const days = Math.floor((Date.now() - since) / DAY);
  if (!(days > 0)) return null;
  const isLate = option.expected_days ? days > option.expected_days : false;
  return (
    <Badge color={isLate ? "pimenton" : "gray"} size="sm" title={t("board.daysHint")}>
      {t("board.days", { count: days })}
    </Badge>
  );
}

function MoveButton({ option, options, record, name, onMove }: Props & { name: string }) {
  const { t } = useWords("lists");
  return (
    <OnPress
      target={
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          aria-label={t("board.menu", { name })}
          className={classes.menu}
        >
          <IconDots size={16} />
        </ActionIcon>
      }
      menu={BoardMoveMenu}
      load={loadMenu}
      menuProps={{
        options: options.filter((one) => one.value !== option.value),
        onMove: (to: string) => onMove(record, to),
      }}
    />
  );
}
