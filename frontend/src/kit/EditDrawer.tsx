import type { RecordRow, Values } from "@/api/types";
import { hasWideFields } from "@/fields/registry";
import { useWords } from "@/i18n/useWords";
import { type CompiledObject, nameOf } from "@/metadata/compile";
import { FormDrawer } from "./FormDrawer";
import { RecordForm } from "./RecordForm";
import { useChange } from "./useChange";

interface Props {
  object: CompiledObject;
  record: RecordRow;
  opened: boolean;
  onClose(): void;
}

export function EditDrawer({ object, record, opened, onClose }: Props) {
  const { t } = useWords();
  return (
    <FormDrawer
      opened={opened}
      title={t("edit.title", { name: nameOf(record, object.nameField) })}
      isWide={hasWideFields(object)}
      onClose={onClose}
    >
      {opened && <EditForm object={object} record={record} onClose={onClose} />}
    </FormDrawer>
  );
}

function EditForm({ object, record, onClose }: Omit<Props, "opened">) {
  const { t } = useWords();
  const change = useChange(object);
  const submit = async (values: Values) => {
    if (!Object.keys(values).length || (await change(record, values))) onClose();
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
