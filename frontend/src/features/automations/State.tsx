import { Badge } from "@mantine/core";
import type { AutomationInShort } from "@/api/automations";
import { useWords } from "@/i18n/useWords";

/** Whether it is on: a word and a shape, not a colour alone. */
export function State({ automation }: { automation: Pick<AutomationInShort, "enabled" | "tripped"> }) {
  const { t } = useWords("automations");
  if (automation.tripped)
    return (
      <Badge color="pimenton" variant="light" miw="max-content">
        {t("automations.trippedShort")}
      </Badge>
    );
  return (
    <Badge
      color={automation.enabled ? "albahaca" : "harina"}
      variant={automation.enabled ? "light" : "outline"}
      miw="max-content"
    >
      {t(automation.enabled ? "automations.on" : "automations.off")}
    </Badge>
  );
}
