import { useWords } from "@/i18n/useWords";
import { Question } from "@/kit/Question";

interface Props {
  isBusy: boolean;
  onRenew(): void;
  onClose(): void;
}

/** Asks before the secret becomes another: its receiver has a day to learn it. */
export function RenewSecret({ isBusy, onRenew, onClose }: Props) {
  const { t } = useWords("webhooks");
  return (
    <Question
      title={t("secret.renew")}
      text={t("secret.renewText")}
      verb={t("secret.renewIt")}
      isBusy={isBusy}
      onYes={onRenew}
      onClose={onClose}
    />
  );
}
