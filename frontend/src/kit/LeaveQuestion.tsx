import { useWords } from "@/i18n/useWords";
import { Question } from "@/kit/Question";

/** Above the panels that it asks about. */
const ABOVE = 300;

interface Props {
  opened: boolean;
  onStay(): void;
  onLeave(): void;
}

/** Asks before what was not saved is lost. */
export function LeaveQuestion({ opened, onStay, onLeave }: Props) {
  const { t } = useWords();
  return (
    <Question
      opened={opened}
      title={t("leave.title")}
      text={t("leave.text")}
      verb={t("leave.discard")}
      back={t("leave.stay")}
      color="pimenton.7"
      zIndex={ABOVE}
      onYes={onLeave}
      onClose={onStay}
    />
  );
}
