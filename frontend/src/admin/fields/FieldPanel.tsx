import { useState } from "react";
import { useAddField, useChangeField, useRemoveField, useRestore } from "@/api/designs";
import type { FieldMeta, FieldTypeName, ObjectDocument } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { showProblem, showUndo } from "@/kit/notices";
import { DesignDrawer } from "../design/DesignDrawer";
import { NO_LABEL } from "../design/naming";
import { showDesignProblem } from "../design/showDesignProblem";
import { FieldForm } from "./FieldForm";
import { type FieldDraft, fieldChanges, newField, undoing } from "./fieldDraft";
import { TypePicker } from "./TypePicker";

interface Props {
  object: ObjectDocument;
  /** The field that is changed; "new" for one that is added. */
  field: FieldMeta | "new";
  onClose(): void;
}

/** Adds a field or changes one; whatever it does can be taken back. */
export function FieldPanel({ object, field, onClose }: Props) {
  const { t, label } = useWords("admin");
  const [type, setType] = useState<FieldTypeName | null>(null);
  const [called, setCalled] = useState(NO_LABEL);
  const act = useFieldActs(object, onClose);
  if (field === "new")
    return (
      <DesignDrawer opened title={t("fieldForm.addTo", { object: label(object.label_plural) })} onClose={onClose}>
        {type ? (
          <FieldForm
            key={type}
            object={object}
            type={type}
            label={called}
            onBack={(words) => {
              setCalled(words);
              setType(null);
            }}
            onSend={(_before, draft) => act.add(draft)}
          />
        ) : (
          <TypePicker onPick={setType} />
        )}
      </DesignDrawer>
    );
  return (
    <DesignDrawer opened title={label(field.label)} onClose={onClose}>
      <FieldForm
        key={field.name}
        object={object}
        type={field.type}
        field={field}
        onSend={(before, draft) => act.change(field, before, draft)}
        {...(field.custom ? { onRemove: () => act.remove(field) } : {})}
      />
    </DesignDrawer>
  );
}

function useFieldActs(object: ObjectDocument, onDone: () => void) {
  const { t, label } = useWords("admin");
  const adding = useAddField(object.plural);
  const changing = useChangeField(object.plural);
  const removing = useRemoveField(object.plural);
  const restoring = useRestore();
  return {
    async add(draft: FieldDraft) {
      const field = newField(draft);
      await adding.mutateAsync(field);
      showUndo(t("fieldList.added", { name: label(field.label) }), () => removing.mutateAsync(field.name));
      onDone();
    },
    async change(field: FieldMeta, before: FieldDraft, draft: FieldDraft) {
      const changes = fieldChanges(before, draft);
      await changing.mutateAsync({ field: field.name, changes });
      const back = { field: field.name, changes: undoing(before, changes) };
      showUndo(t("fieldList.changed", { name: label(field.label) }), () => changing.mutateAsync(back));
      onDone();
    },
    async remove(field: FieldMeta) {
      try {
        await removing.mutateAsync(field.name);
      } catch (problem) {
        showDesignProblem(problem, t);
        return;
      }
      onDone();
      showUndo(t("fieldList.removed", { name: label(field.label) }), () =>
        restoring.mutateAsync({ plural: object.plural, field: field.name }).catch(showProblem),
      );
    },
  };
}
