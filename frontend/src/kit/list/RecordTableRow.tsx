import { lazy, memo, Suspense } from "react";
import type { FieldMeta, RecordRow } from "@/api/types";
import { FieldValue } from "@/fields/FieldValue";
import { RecordLink } from "@/fields/RecordLink";
import { kitOf } from "@/fields/registry";
import { useWords } from "@/i18n/useWords";
import { RecordFlags } from "@/kit/RecordFlags";
import { type CompiledObject, isSettable, nameOf } from "@/metadata/compile";
import { type Editing, type Editor, loadEditor } from "./RecordListEditing";
import classes from "./RecordTable.module.css";

const CellEditor = lazy(() => loadEditor().then((module) => ({ default: module.CellEditor })));

interface Props {
  object: CompiledObject;
  columns: readonly FieldMeta[];
  record: RecordRow;
  line: number;
  /** The column with the cursor, or -1. */
  cursor: number;
  /** Whether Tab enters the grid at this row. */
  isEntry: boolean;
  isSelected: boolean;
  mayEdit: boolean;
  editing: Editing | null;
  editor: Editor;
  onSelect(id: string, withRange: boolean): void;
}

/** A row is drawn once, not at every step of a scroll. */
export const Row = memo(function Row(props: Props) {
  const { object, columns, record, line, cursor, isEntry, isSelected, mayEdit, editing, editor, onSelect } = props;
  const { t } = useWords();
  const name = nameOf(record, object.nameField);
  return (
    <tr className={classes.row} aria-rowindex={line + 2} aria-selected={isSelected} data-line={line}>
      <td className={classes.tick}>
        <label className={classes.tickLabel}>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={isSelected}
            aria-label={t("list.select", { name })}
            onClick={(event) => onSelect(record.id, event.shiftKey)}
            onChange={() => {}}
          />
        </label>
      </td>
      {columns.map((field, column) => {
        const isEdited = editing?.field === field.name;
        const shared = {
          "data-column": column,
          "data-field": field.name,
          "data-align": kitOf(field).align,
          "data-editing": isEdited || undefined,
          tabIndex: cursor === column || (isEntry && column === 0) ? 0 : -1,
          "aria-readonly": !(mayEdit && isSettable(field, record)),
        };
        const edit = isEdited && (
          <Suspense fallback={null}>
            <CellEditor field={field} record={record} typed={editing.typed} editor={editor} />
          </Suspense>
        );
        return column === 0 && field.name === object.nameField ? (
          <th key={field.name} scope="row" className={classes.name} {...shared}>
            <div className={classes.nameCell}>
              <RecordLink
                plural={object.plural}
                id={record.id}
                name={name}
                className={classes.link ?? ""}
                tabIndex={-1}
              />
              <RecordFlags record={record} />
            </div>
            {edit}
          </th>
        ) : (
          <td key={field.name} className={classes.cell} {...shared}>
            <FieldValue field={field} value={record[field.name]} record={record} short />
            {edit}
          </td>
        );
      })}
    </tr>
  );
});
