import { Draggable, Droppable } from "@hello-pangea/dnd";
import { ActionIcon, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import type { ObjectDocument } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { Grip } from "../design/Sortable";
import { TYPES } from "../fields/types";
import classes from "./Layout.module.css";

interface Props {
  object: ObjectDocument;
  /** The section in which they stand. */
  at: string;
  fields: readonly string[];
  places: { name: string; label: string }[];
  onSend(field: string, to: string): void;
}

/** The fields of one section: dragged anywhere, or sent by their menu. */
export function FieldRows({ object, at, fields, places, onSend }: Props) {
  const { t, label } = useWords("admin");
  return (
    <Droppable droppableId={at} type="field">
      {(list, { isDraggingOver }) => (
        <ul
          ref={list.innerRef}
          {...list.droppableProps}
          className={classes.fields}
          data-over={isDraggingOver || undefined}
          aria-label={places.find((place) => place.name === at)?.label}
        >
          {fields.map((name, index) => {
            const field = object.fields.find((one) => one.name === name);
            if (!field) return null;
            const Icon = TYPES[field.type].icon;
            const said = label(field.label);
            return (
              <Draggable key={name} draggableId={name} index={index}>
                {(row, { isDragging }) => (
                  <li
                    ref={row.innerRef}
                    {...row.draggableProps}
                    className={classes.field}
                    data-dragging={isDragging || undefined}
                  >
                    <Grip handle={row.dragHandleProps} name={said} />
                    <Icon size={16} stroke={1.6} aria-hidden />
                    <span className={classes.name}>{said}</span>
                    <Menu position="bottom-end">
                      <Menu.Target>
                        <ActionIcon variant="subtle" color="gray" aria-label={t("layout.sendMenu", { name: said })}>
                          <IconDots size={16} />
                        </ActionIcon>
                      </Menu.Target>
                      <Menu.Dropdown>
                        <Menu.Label>{t("layout.sendTo")}</Menu.Label>
                        {places
                          .filter((place) => place.name !== at)
                          .map((place) => (
                            <Menu.Item key={place.name} onClick={() => onSend(name, place.name)}>
                              {place.label || t("layout.newSection")}
                            </Menu.Item>
                          ))}
                      </Menu.Dropdown>
                    </Menu>
                  </li>
                )}
              </Draggable>
            );
          })}
          {list.placeholder}
        </ul>
      )}
    </Droppable>
  );
}
