import type { User } from "@/api/types";
import { userName, useUpdateUser } from "@/api/users";
import { useWords } from "@/i18n/useWords";
import { DialogForm } from "@/kit/DialogForm";
import { NameInput } from "@/kit/NameInput";
import { showUndo } from "@/kit/notices";
import { useForm } from "@/kit/useForm";

export function RenameForm({ user, onClose }: { user: User; onClose(): void }) {
  const { t } = useWords("admin");
  const update = useUpdateUser();
  const form = useForm({ name: userName(user) }, async ({ name }) => {
    const changed = await update.mutateAsync({ id: user.id, name: name.trim() });
    showUndo(t("users.renamed", { name: userName(changed) }), () =>
      update.mutateAsync({ id: user.id, name: user.name }),
    );
    onClose();
  });
  return (
    <DialogForm form={form} verb={t("actions.save")} isReady={Boolean(form.values.name.trim())} onClose={onClose}>
      <NameInput
        label={t("users.name")}
        data-autofocus
        values={form.values}
        errors={form.errors}
        onChange={form.change}
      />
    </DialogForm>
  );
}
