import type { RecordRow, Values } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { useChange } from "@/kit/useChange";
import { type CompiledObject, nameOf } from "@/metadata/compile";
import { FormDrawer } from "./FormDrawer";
import { type AfterSave, RecordForm } from "./RecordForm";

interface Props {
  object: CompiledObject;
  record: RecordRow;
  opened: boolean;
  onClose(): void;
}

export function EditDrawer({ object, record, opened, onClose }: Props) {
  const { t } = useWords();
  return (
    <FormDrawer opened={opened} title={t("edit.title", { name: nameOf(record, object.nameField) })} onClose={onClose}>
      {opened && <EditForm object={object} record={record} onClose={onClose} />}
    </FormDrawer>
  );
}

function EditForm({ object, record, onClose }: Omit<Props, "opened">) {
  const { t } = useWords();
  const change = useChange(object);
  const submit = async (values: Values): Promise<AfterSave> => {
    const isSaved = !Object.keys(values).length || (await change(record, values));
    return isSaved ? onClose : undefined;
  };
  return (
    <RecordForm
      object={object}
      record={record}
      submitLabel={t("actions.saveChanges")}
      onSubmit={submit}
      onCancel={onClose}
    />
  );
}
