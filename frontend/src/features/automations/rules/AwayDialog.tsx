import { TextInput } from "@mantine/core";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { DialogForm } from "@/kit/DialogForm";
import { useForm } from "@/kit/useForm";

interface Props {
  name: string;
  /** Given the last day, null while nobody knows. */
  save(until: string | null): Promise<unknown>;
  onClose(): void;
}

/** Asks until when somebody is passed over. */
export function AwayDialog({ name, save, onClose }: Props) {
  const { t } = useWords("automations");
  const form = useForm({ until: "" }, async ({ until }) => {
    await save(until || null);
    onClose();
  });
  return (
    <Dialog title={t("automations.rule.pauseOf", { name })} onClose={onClose}>
      <DialogForm form={form} verb={t("automations.rule.pause")} isReady onClose={onClose}>
        <TextInput
          type="date"
          label={t("automations.rule.until")}
          description={t("automations.rule.untilHint")}
          data-autofocus
          value={form.values.until}
          error={form.errors.until}
          onChange={(event) => form.change({ until: event.currentTarget.value })}
        />
      </DialogForm>
    </Dialog>
  );
}
