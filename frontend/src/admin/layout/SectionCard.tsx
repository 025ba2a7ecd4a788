import { Draggable } from "@hello-pangea/dnd";
import { ActionIcon, Text, Title } from "@mantine/core";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import type { Label, ObjectDocument, SectionMeta } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { LabelInputs } from "../design/LabelInputs";
import { isBlank } from "../design/naming";
import { Grip } from "../design/Sortable";
import { FieldRows } from "./FieldRows";
import classes from "./Layout.module.css";

interface Props {
  object: ObjectDocument;
  section: SectionMeta;
  index: number;
  places: { name: string; label: string }[];
  onSend(field: string, to: string): void;
  onRename(label: Label): void;
  onRemove(): void;
}

export function SectionCard({ object, section, index, places, onSend, onRename, onRemove }: Props) {
  const { t, label } = useWords("admin");
  const [isNaming, setNaming] = useState(isBlank(section.label));
  const name = label(section.label) || t("layout.newSection");
  return (
    <Draggable draggableId={`section:${section.name}`} index={index}>
      {(card, { isDragging }) => (
        <section
          ref={card.innerRef}
          {...card.draggableProps}
          className={classes.card}
          data-dragging={isDragging || undefined}
          aria-label={name}
        >
          <div className={classes.head}>
            <Grip handle={card.dragHandleProps} name={name} />
            <Title order={3} flex={1}>
              {name}
            </Title>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t("layout.rename", { name })}
              aria-expanded={isNaming}
              onClick={() => setNaming(!isNaming)}
            >
              <IconPencil size={16} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t("layout.removeSection", { name })}
              onClick={onRemove}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </div>
          {isNaming && (
            <div className={classes.naming}>
              <LabelInputs name={t("layout.sectionName")} value={section.label} onChange={onRename} />
            </div>
          )}
          <FieldRows object={object} at={section.name} fields={section.fields} places={places} onSend={onSend} />
          {section.fields.length === 0 && (
            <Text size="sm" c="dimmed" px="xs">
              {t("layout.emptySection")}
            </Text>
          )}
        </section>
      )}
    </Draggable>
  );
}
