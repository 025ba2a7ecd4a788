import { Skeleton, Text } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import type { FieldMeta } from "@/api/types";
import { FieldValue } from "@/fields/FieldValue";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import type { GroupHead, GroupValue } from "./RecordListLines";
import classes from "./RecordTable.module.css";

interface Props {
  group: GroupHead;
  field: FieldMeta | undefined;
  span: number;
  position: number;
  onToggle(value: GroupValue): void;
}

/** The head of a group: what its records share, how many they are, and whether they are shown. */
export function GroupRow({ group, field, span, position, onToggle }: Props) {
  return (
    <tr className={classes.group} aria-rowindex={position}>
      <td colSpan={span} className={classes.groupCell}>
        <GroupToggle group={group} field={field} onToggle={onToggle} />
      </td>
    </tr>
  );
}

export function GroupToggle({ group, field, onToggle }: Pick<Props, "group" | "field" | "onToggle">) {
  const { t } = useWords();
  const formats = useFormats();
  const number = formats.number(group.count);
  const Chevron = group.isOpen ? IconChevronDown : IconChevronRight;
  return (
    <button
      type="button"
      className={classes.groupToggle}
      aria-expanded={group.isOpen}
      onClick={() => onToggle(group.value)}
    >
      <Chevron size={16} aria-hidden />
      {field && group.value !== null ? (
        <FieldValue field={field} value={field.multiple ? [group.value] : group.value} short />
      ) : (
        <Text span inherit c="dimmed">
          {t("list.group.none")}
        </Text>
      )}
      <Text span inherit c="dimmed" className="numbers">
        {group.isExact ? number : t("list.group.atLeast", { n: number })}
      </Text>
    </button>
  );
}

interface WaitingProps {
  span: number;
  line: number;
  /** The column of the cursor, when it waits here. */
  cursor: number | undefined;
}

/** The place of a record that is on its way; when the cursor has come before it, it keeps the focus for it. */
export function WaitingRow({ span, line, cursor }: WaitingProps) {
  const isHere = cursor !== undefined;
  return (
    <tr aria-hidden={!isHere || undefined} aria-busy={isHere || undefined} className={classes.row} data-line={line}>
      <td className={classes.tick} />
      <td
        colSpan={span - 1}
        className={classes.cell}
        {...(isHere ? { "data-column": cursor, "data-waiting": true, tabIndex: -1 } : {})}
      >
        <Skeleton height={10} width={`${70 - (line % 4) * 12}%`} />
      </td>
    </tr>
  );
}
