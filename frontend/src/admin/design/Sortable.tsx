import { DragDropContext, Draggable, type DraggableProvidedDragHandleProps, Droppable } from "@hello-pangea/dnd";
import { IconGripVertical } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useWords } from "@/i18n/useWords";
import classes from "./Design.module.css";
import { moved } from "./order";

interface Props<T> {
  items: readonly T[];
  idOf(item: T): string;
  nameOf(item: T): string;
  label: string;
  onChange(items: T[]): void;
  children(item: T, index: number): ReactNode;
}

/** Rows in an order that somebody gives them, by mouse, finger or keyboard: a grip, Space, the arrows, Space. */
export function Sortable<T>({ items, idOf, nameOf, label, onChange, children }: Props<T>) {
  const { t } = useWords("admin");
  return (
    <DragDropContext
      dragHandleUsageInstructions={t("design.dragHelp")}
      onDragEnd={({ source, destination }, provided) => {
        if (!destination || destination.index === source.index) return;
        provided.announce(t("design.droppedAt", { n: destination.index + 1 }));
        onChange(moved(items, source.index, destination.index));
      }}
    >
      <Droppable droppableId="rows">
        {(list) => (
          <ul ref={list.innerRef} {...list.droppableProps} className={classes.rows} aria-label={label}>
            {items.map((item, index) => (
              <Draggable key={idOf(item)} draggableId={idOf(item)} index={index}>
                {(row, { isDragging }) => (
                  <li
                    ref={row.innerRef}
                    {...row.draggableProps}
                    className={classes.row}
                    data-dragging={isDragging || undefined}
                  >
                    <Grip handle={row.dragHandleProps} name={nameOf(item)} />
                    {children(item, index)}
                  </li>
                )}
              </Draggable>
            ))}
            {list.placeholder}
          </ul>
        )}
      </Droppable>
    </DragDropContext>
  );
}

/** The place by which a row is taken. */
export function Grip({ handle, name }: { handle: DraggableProvidedDragHandleProps | null; name: string }) {
  const { t } = useWords("admin");
  return (
    <span {...handle} role="button" tabIndex={0} className={classes.grip} aria-label={t("design.drag", { name })}>
      <IconGripVertical size={16} aria-hidden />
    </span>
  );
}
