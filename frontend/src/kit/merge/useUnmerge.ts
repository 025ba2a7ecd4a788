import { useUndoMerge } from "@/api/merges";
import { useWords } from "@/i18n/useWords";
import { showDone } from "../notices";

/** Takes a merge back, and says what stays because somebody worked on it since. */
export function useUnmerge() {
  const { t } = useWords("records");
  const undo = useUndoMerge();
  return async (id: string) => {
    const { conflicts, later } = await undo.mutateAsync(id);
    const left = conflicts.length + later.length;
    showDone(left ? t("merge.undonePartly", { count: left }) : t("merge.undone"));
  };
}
