import { useDelete, useRestore } from "@/api/recordWrites";
import type { RecordRow } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { type CompiledObject, nameOf } from "@/metadata/compile";
import { showProblem, showUndo } from "./notices";

/** Deletes without asking, because it can be undone. */
export function useRemove(object: CompiledObject) {
  const { t } = useWords();
  const remove = useDelete(object.plural);
  const restore = useRestore(object.plural);
  return async (record: RecordRow): Promise<boolean> => {
    try {
      await remove.mutateAsync(record);
      showUndo(t("record.deleted", { name: nameOf(record, object.nameField) }), () => restore.mutateAsync(record.id));
      return true;
    } catch (problem) {
      showProblem(problem);
      return false;
    }
  };
}
