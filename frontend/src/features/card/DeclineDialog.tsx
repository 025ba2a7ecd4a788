import { Text, Textarea } from "@mantine/core";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { DialogForm } from "@/kit/DialogForm";
import { useForm } from "@/kit/useForm";

interface Props {
  name: string;
  days: number;
  onDecline(reason: string): Promise<void>;
  onClose(): void;
}

const LONGEST = 300;

/** Asks why an advice is left for later; nobody has to say. */
export function DeclineDialog({ name, days, onDecline, onClose }: Props) {
  const { t } = useWords("card");
  const form = useForm({ reason: "" }, async ({ reason }) => {
    await onDecline(reason.trim());
    onClose();
  });
  return (
    <Dialog title={t("card.declineTitle", { name })} onClose={onClose}>
      <DialogForm form={form} verb={t("card.decline")} onClose={onClose}>
        <Text size="sm">{t("card.declineText", { count: days })}</Text>
        <Textarea
          label={t("card.reason")}
          placeholder={t("card.reasonHint")}
          value={form.values.reason}
          error={form.errors.reason}
          maxLength={LONGEST}
          autosize
          minRows={2}
          data-autofocus
          onChange={(event) => form.change({ reason: event.currentTarget.value })}
        />
      </DialogForm>
    </Dialog>
  );
}
