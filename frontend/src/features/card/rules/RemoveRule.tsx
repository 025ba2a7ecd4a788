import { type ActionRule, useRuleWrites } from "@/api/actionRules";
import { useWords } from "@/i18n/useWords";
import { showDone, showProblem } from "@/kit/notices";
import { Question } from "@/kit/Question";

interface Props {
  rule: ActionRule;
  onGone(): void;
  onClose(): void;
}

const ABOVE_A_PANEL = 300;

/** Asks before a rule goes; what was answered to it stays on the timelines. */
export function RemoveRule({ rule, onGone, onClose }: Props) {
  const { t } = useWords("actionRules");
  const { remove } = useRuleWrites();
  const go = async () => {
    await remove.mutateAsync({ id: rule.id, version: rule.version });
    showDone(t("actionRules.removed"));
    onGone();
  };
  return (
    <Question
      title={t("actionRules.removeTitle", { name: rule.name })}
      text={t("actionRules.removeText")}
      verb={t("actionRules.remove")}
      color="pimenton"
      zIndex={ABOVE_A_PANEL}
      isBusy={remove.isPending}
      onYes={() => go().catch(showProblem)}
      onClose={onClose}
    />
  );
}
