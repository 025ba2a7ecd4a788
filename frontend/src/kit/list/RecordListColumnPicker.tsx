import { DragDropContext, Draggable, Droppable } from "@hello-pangea/dnd";
import { Checkbox } from "@mantine/core";
import { IconGripVertical } from "@tabler/icons-react";
import { createPortal } from "react-dom";
import type { FieldMeta } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import type { CompiledObject } from "@/metadata/compile";
import type { ListSearch } from "./listState";
import { columnsOf, columnsOffered, moved } from "./RecordListColumns";
import classes from "./RecordListPanel.module.css";

interface Props {
  object: CompiledObject;
  search: ListSearch;
  /** Nothing when they are the ones that the object begins with. */
  onChange(columns: string[] | undefined): void;
}

/** Which columns a list has, in which order: dragged by mouse, by touch or by the keyboard. The name always comes first. */
export function RecordListColumnPicker({ object, search, onChange }: Props) {
  const { t, label } = useWords();
  const [first, ...chosen] = columnsOf(object, search);
  const rest = columnsOffered(object).filter((field) => field !== first && !chosen.includes(field));
  const keep = (columns: readonly FieldMeta[]) => {
    const names = [first, ...columns].flatMap((field) => field?.name ?? []);
    const usual = columnsOf(object, {}).map((field) => field.name);
    onChange(names.join() === usual.join() ? undefined : names);
  };
  return (
    <div className={classes.columns} role="group" aria-labelledby="list-columns">
      <DragDropContext
        dragHandleUsageInstructions={t("list.columnsHint")}
        onDragEnd={({ source, destination }) => {
          if (destination && destination.index !== source.index) keep(moved(chosen, source.index, destination.index));
        }}
      >
        <Droppable droppableId="columns">
          {(list) => (
            <div ref={list.innerRef} {...list.droppableProps}>
              {chosen.map((field, index) => (
                <Draggable key={field.name} draggableId={field.name} index={index}>
                  {(item, { isDragging }) => {
                    const row = (
                      <div
                        ref={item.innerRef}
                        {...item.draggableProps}
                        className={classes.column}
                        data-dragged={isDragging || undefined}
                      >
                        <span
                          role="button"
                          tabIndex={0}
                          {...item.dragHandleProps}
                          className={classes.handle}
                          aria-label={t("list.moveColumn", { name: label(field.label) })}
                        >
                          <IconGripVertical size={14} aria-hidden />
                        </span>
                        <Checkbox
                          size="xs"
                          checked
                          label={label(field.label)}
                          onChange={() => keep(chosen.filter((one) => one !== field))}
                        />
                      </div>
                    );
                    // A panel that is placed by a transform would shift what is dragged in it.
                    return isDragging ? createPortal(row, document.body) : row;
                  }}
                </Draggable>
              ))}
              {list.placeholder}
            </div>
          )}
        </Droppable>
      </DragDropContext>
      {rest.map((field) => (
        <div key={field.name} className={classes.column}>
          <span className={classes.handle} />
          <Checkbox size="xs" checked={false} label={label(field.label)} onChange={() => keep([...chosen, field])} />
        </div>
      ))}
    </div>
  );
}
