import { useWords } from "@/i18n/useWords";
import { Question } from "@/kit/Question";

/** Asks before a mail is sent again that may have arrived after all. */
export function RetryKnowingly({ onYes, onClose }: { onYes(): void; onClose(): void }) {
  const { t } = useWords("failures");
  return (
    <Question
      title={t("failures.knowingly.title")}
      text={t("failures.knowingly.text")}
      verb={t("failures.knowingly.yes")}
      onYes={onYes}
      onClose={onClose}
    />
  );
}
