import { Button, Radio, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { type Automation, useAutomationWrites, useCounts } from "@/api/automations";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { DialogFoot } from "@/kit/DialogFoot";
import { showDone, showProblem } from "@/kit/notices";

/** Lets nobody enter any more, and asks what those who are inside do. */
export function DisableDialog({ automation, onClose }: { automation: Automation; onClose(): void }) {
  const { t } = useWords("automations");
  const formats = useFormats();
  const inside = useCounts(automation.id)?.inside ?? 0;
  const [inMind, setInMind] = useState<"goOn" | "stop">("goOn");
  const { disable } = useAutomationWrites();
  const go = async () => {
    try {
      await disable.mutateAsync({ id: automation.id, stop_runs: inMind === "stop" });
      showDone(t("automations.disabling.done", { name: automation.name }));
      onClose();
    } catch (problem) {
      showProblem(problem);
    }
  };
  return (
    <Dialog onClose={onClose} title={t("automations.disabling.title", { name: automation.name })}>
      <Stack>
        <Text size="sm">{t("automations.disabling.text")}</Text>
        {inside > 0 && (
          <Radio.Group
            label={t("automations.disabling.inside", { count: inside, n: formats.number(inside) })}
            value={inMind}
            onChange={(value) => setInMind(value === "stop" ? "stop" : "goOn")}
          >
            <Stack gap="xs" mt={8}>
              {(["goOn", "stop"] as const).map((value) => (
                <Radio
                  key={value}
                  value={value}
                  label={t(`automations.disabling.${value}`)}
                  description={t(`automations.disabling.${value}Hint`)}
                />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <DialogFoot onClose={onClose}>
          <Button loading={disable.isPending} onClick={go} data-autofocus>
            {t("automations.disabling.go")}
          </Button>
        </DialogFoot>
      </Stack>
    </Dialog>
  );
}
