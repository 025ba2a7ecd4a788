import { type RoleRow, useUpdateRole } from "@/api/roles";
import { useWords } from "@/i18n/useWords";
import { DialogForm } from "@/kit/DialogForm";
import { showUndo } from "@/kit/notices";
import { useForm } from "@/kit/useForm";
import { NameFields } from "./NameFields";

export function RenameForm({ role, onClose }: { role: RoleRow; onClose(): void }) {
  const { t, label } = useWords("admin");
  const update = useUpdateRole();
  const form = useForm({ ...role.label }, async ({ es, en }) => {
    const changed = await update.mutateAsync({ key: role.key, label: { es: es.trim(), en: en.trim() } });
    showUndo(t("roles.saved", { name: label(changed.label) }), () =>
      update.mutateAsync({ key: role.key, label: role.label }),
    );
    onClose();
  });
  return (
    <DialogForm
      form={form}
      verb={t("actions.save")}
      isReady={Boolean(form.values.es.trim() && form.values.en.trim())}
      onClose={onClose}
    >
      <NameFields form={form} />
    </DialogForm>
  );
}
