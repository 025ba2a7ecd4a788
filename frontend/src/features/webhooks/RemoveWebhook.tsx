import { useNavigate } from "@tanstack/react-router";
import { useWebhookWrites, type Webhook } from "@/api/webhooks";
import { useWords } from "@/i18n/useWords";
import { showDone, showProblem } from "@/kit/notices";
import { Question } from "@/kit/Question";

/** Asks once more: what is still to be told to the server is not told, and its secret is gone. */
export function RemoveWebhook({ webhook, onClose }: { webhook: Webhook; onClose(): void }) {
  const { t } = useWords("webhooks");
  const { remove } = useWebhookWrites();
  const navigate = useNavigate();
  const { id, version, name } = webhook;
  const go = async () => {
    try {
      await remove.mutateAsync({ id, version });
      showDone(t("webhooks.removed", { name }));
      await navigate({ to: "/settings/webhooks" });
    } catch (problem) {
      onClose();
      showProblem(problem);
    }
  };
  return (
    <Question
      title={t("webhooks.removeOf", { name })}
      text={t("webhooks.removeText")}
      verb={t("webhooks.remove")}
      color="pimenton"
      isBusy={remove.isPending}
      onYes={go}
      onClose={onClose}
    />
  );
}
