import { DragDropContext, Droppable, type DropResult, type ResponderProvided } from "@hello-pangea/dnd";
import { Button, Group, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { ObjectDocument, SectionMeta } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { DesignProblem } from "../design/DesignProblem";
import { NO_LABEL, whole } from "../design/naming";
import { SaveBar } from "../design/SaveBar";
import { useDraft } from "../design/useDraft";
import { freeName, moveField, moveSection, POOL, poolOf } from "./arrange";
import { FieldRows } from "./FieldRows";
import classes from "./Layout.module.css";
import { SectionCard } from "./SectionCard";
import { useLayoutActs } from "./useLayoutActs";

const SECTION = "section";

/** The record page as it is arranged: sections and their fields, by mouse, finger, keyboard or menu. */
export function LayoutTab({ object }: { object: ObjectDocument }) {
  const { t, label } = useWords("admin");
  const acts = useLayoutActs(object);
  const { draft, change, reset, problem, isBusy, isDirty, submit } = useDraft(
    { sections: object.sections },
    async ({ sections }) => acts.saveSections(sections.map((one) => ({ ...one, label: whole(one.label) }))),
  );
  const { sections } = draft;
  const pool = poolOf(object, sections);
  const say = (next: SectionMeta[]) => change({ sections: next });
  const places = [...sections.map(({ name, label: words }) => ({ name, label: label(words) })), pooled()];
  function pooled() {
    return { name: POOL, label: t("layout.pool") };
  }
  const send = (field: string, to: string) => {
    const target = sections.find((section) => section.name === to);
    say(moveField(sections, field, { section: to, index: target?.fields.length ?? 0 }));
  };
  const dropped = ({ type, draggableId, source, destination }: DropResult, provided: ResponderProvided) => {
    if (!destination) return;
    provided.announce(t("design.droppedAt", { n: destination.index + 1 }));
    if (type === SECTION) say(moveSection(sections, source.index, destination.index));
    else say(moveField(sections, draggableId, { section: destination.droppableId, index: destination.index }));
  };
  const shared = { object, places, onSend: send };
  return (
    <>
      <Text c="dimmed" mb="sm">
        {t("layout.pageText")}
      </Text>
      <DragDropContext onDragEnd={dropped} dragHandleUsageInstructions={t("design.dragHelp")}>
        <div className={classes.board}>
          <div className={classes.sections}>
            <Droppable droppableId="sections" type={SECTION}>
              {(list) => (
                <div ref={list.innerRef} {...list.droppableProps}>
                  {sections.map((section, index) => (
                    <SectionCard
                      key={section.name}
                      {...shared}
                      section={section}
                      index={index}
                      onRename={(words) =>
                        say(sections.map((one) => (one === section ? { ...one, label: words } : one)))
                      }
                      onRemove={() => say(sections.filter((one) => one !== section))}
                    />
                  ))}
                  {list.placeholder}
                </div>
              )}
            </Droppable>
            <Group gap="xs">
              <Button
                variant="subtle"
                leftSection={<IconPlus size={16} />}
                onClick={() => say([...sections, { name: freeName(sections), label: NO_LABEL, fields: [] }])}
              >
                {t("layout.addSection")}
              </Button>
              <Button variant="subtle" color="gray" onClick={acts.resetSections}>
                {t("layout.usual")}
              </Button>
            </Group>
          </div>
          <section className={classes.pool} aria-label={t("layout.pool")}>
            <Text fw={600}>{t("layout.pool")}</Text>
            <Text size="sm" c="dimmed" mb={6}>
              {t("layout.poolText")}
            </Text>
            <FieldRows {...shared} at={POOL} fields={pool} />
          </section>
        </div>
      </DragDropContext>
      <DesignProblem problem={problem} />
      <SaveBar isDirty={isDirty} isBusy={isBusy} onSave={() => submit()} onDiscard={() => reset()} />
    </>
  );
}
