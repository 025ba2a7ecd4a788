import { useNavigate } from "@tanstack/react-router";
import { type Form, useFormWrites } from "@/api/forms";
import { useWords } from "@/i18n/useWords";
import { showDone, showProblem } from "@/kit/notices";
import { Question } from "@/kit/Question";

interface Props {
  form: Form;
  onClose(): void;
  /** Nothing on the page is unsaved any more. */
  onGone(): void;
}

/** Asks once more: a form that is made again has another address, and the pages that show this one show nothing. */
export function RemoveForm({ form, onClose, onGone }: Props) {
  const { t } = useWords("forms");
  const { remove } = useFormWrites();
  const navigate = useNavigate();
  const go = async () => {
    try {
      await remove.mutateAsync({ id: form.id, version: form.version });
      onGone();
      showDone(t("forms.removed", { name: form.name }));
      await navigate({ to: "/forms", ignoreBlocker: true });
    } catch (problem) {
      onClose();
      showProblem(problem);
    }
  };
  return (
    <Question
      title={t("forms.removeTitle", { name: form.name })}
      text={t("forms.removeText")}
      verb={t("forms.remove")}
      color="pimenton"
      isBusy={remove.isPending}
      onYes={go}
      onClose={onClose}
    />
  );
}
