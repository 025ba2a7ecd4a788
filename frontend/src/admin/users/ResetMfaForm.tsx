import { Text } from "@mantine/core";
import type { User } from "@/api/types";
import { useResetMfa, userName } from "@/api/users";
import { useWords } from "@/i18n/useWords";
import { DialogForm } from "@/kit/DialogForm";
import { showDone } from "@/kit/notices";
import { useForm } from "@/kit/useForm";

/** For the day somebody's phone is lost: their app is forgotten, and they may begin with another. */
export function ResetMfaForm({ user, onClose }: { user: User; onClose(): void }) {
  const { t } = useWords("admin");
  const reset = useResetMfa();
  const form = useForm({}, async () => {
    await reset.mutateAsync(user.id);
    showDone(t("users.resetMfaDone", { name: userName(user) }));
    onClose();
  });
  return (
    <DialogForm form={form} verb={t("users.resetMfa")} onClose={onClose}>
      <Text>{t("users.resetMfaText")}</Text>
    </DialogForm>
  );
}
