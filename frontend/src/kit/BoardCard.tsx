import type { DraggableProvided } from "@hello-pangea/dnd";
import { ActionIcon, Badge, Group, Menu, Text } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useMe } from "@/api/me";
import type { Option, RecordRow } from "@/api/types";
import { FieldValue } from "@/fields/FieldValue";
import { isEmpty } from "@/fields/registry";
import { useWords } from "@/i18n/useWords";
import { may } from "@/metadata/access";
import { type BoardMeta, type CompiledObject, nameOf } from "@/metadata/compile";
import classes from "./Board.module.css";
import { RecordFlags } from "./RecordFlags";

interface Props {
  object: CompiledObject;
  board: BoardMeta;
  option: Option;
  options: readonly Option[];
  record: RecordRow;
  drag: DraggableProvided;
  isDragging: boolean;
  onMove(to: Option): void;
}

const DAY = 86_400_000;
const FIELDS_ON_A_CARD = 3;

export function BoardCard({ object, board, option, options, record, drag, isDragging, onMove }: Props) {
  const { t, label } = useWords();
  const { user } = useMe();
  const name = nameOf(record, object.nameField);
  const shown = object.columns
    .filter((field) => field.name !== object.nameField && field !== board.by && field !== board.sum)
    .filter((field) => field.name !== "owner" && field.name !== "updated_at" && !isEmpty(field, record[field.name]))
    .slice(0, FIELDS_ON_A_CARD - 1);
  const since =
    typeof record.stage_since === "string" && option.kind === "open" ? Date.parse(record.stage_since) : Number.NaN;
  const days = Math.floor((Date.now() - since) / DAY);
  return (
    <div
      ref={drag.innerRef}
      {...drag.draggableProps}
      {...drag.dragHandleProps}
      role="listitem"
      aria-label={name}
      className={classes.card}
      data-dragging={isDragging || undefined}
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
        {may(object.permissions, "update", record, user.id) && (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={22}
                aria-label={t("board.menu", { name })}
                className={classes.menu}
              >
                <IconDots size={16} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>{t("board.moveTo")}</Menu.Label>
              {options
                .filter((one) => one.value !== option.value)
                .map((one) => (
                  <Menu.Item key={one.value} onClick={() => onMove(one)}>
                    {label(one.label)}
                  </Menu.Item>
                ))}
            </Menu.Dropdown>
          </Menu>
        )}
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
      <Group gap={4} mt={2}>
        {Number.isFinite(days) && days > 0 && (
          <Badge color="gray" size="sm">
            {t("board.days", { count: days })}
          </Badge>
        )}
        <RecordFlags record={record} />
      </Group>
    </div>
  );
}
