import { type ExclusionList, useExclusionWrites } from "@/api/exclusions";
import { useWords } from "@/i18n/useWords";
import { showDone, showProblem } from "@/kit/notices";
import { Question } from "@/kit/Question";

/** Asks once more: whoever is on the list may be written to again, and nobody can say any more who that was. */
export function RemoveList({ list, onClose }: { list: ExclusionList; onClose(): void }) {
  const { t } = useWords("marketing");
  const { remove } = useExclusionWrites();
  const go = () =>
    remove.mutateAsync({ id: list.id, version: list.version }).then(() => {
      onClose();
      showDone(t("exclusions.removed", { name: list.name }));
    }, showProblem);
  return (
    <Question
      title={t("exclusions.removeOf", { name: list.name })}
      text={t("exclusions.removeText")}
      verb={t("exclusions.remove")}
      color="pimenton"
      isBusy={remove.isPending}
      onYes={go}
      onClose={onClose}
    />
  );
}
