import { useRevokeApiKey } from "@/api/apiKeys";
import type { ApiKey } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { showDone, showProblem } from "@/kit/notices";
import { Question } from "@/kit/Question";

/** Asks once more before a program is shut out. */
export function RevokeKey({ apiKey, onClose }: { apiKey: ApiKey; onClose(): void }) {
  const { t } = useWords("admin");
  const revoke = useRevokeApiKey();
  const go = () => {
    onClose();
    revoke.mutate(apiKey.id, { onSuccess: () => showDone(t("apiKeys.revoked")), onError: showProblem });
  };
  return (
    <Question
      title={t("apiKeys.revokeOne", { name: apiKey.name })}
      text={t("apiKeys.revokeText")}
      verb={t("apiKeys.revoke")}
      color="pimenton"
      onYes={go}
      onClose={onClose}
    />
  );
}
