import { NativeSelect, Text } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type RoleRow, useCreateRole, useRoles } from "@/api/roles";
import { useWords } from "@/i18n/useWords";
import { DialogForm } from "@/kit/DialogForm";
import { showDone } from "@/kit/notices";
import { useForm } from "@/kit/useForm";
import { keyFor } from "./definition";
import { does } from "./does";
import { NameFields } from "./NameFields";
import { definitionOf } from "./useRoleDraft";

/** A new role begins as another one is; what differs is changed afterwards. */
export function CreateForm({ base, onClose }: { base: RoleRow | undefined; onClose(): void }) {
  const { t, label } = useWords("admin");
  const roles = useRoles().data ?? [];
  const create = useCreateRole();
  const navigate = useNavigate();
  const form = useForm({ from: base?.key ?? "rep", es: "", en: "" }, async ({ from, es, en }) => {
    const model = roles.find((role) => role.key === from);
    if (!model) return;
    const made = await create.mutateAsync({
      ...definitionOf(model),
      key: keyFor(
        es,
        roles.map((role) => role.key),
      ),
      label: { es: es.trim(), en: en.trim() || es.trim() },
    });
    onClose();
    showDone(t("roles.created", { name: label(made.label) }));
    await navigate({ to: "/settings/roles/$key", params: { key: made.key } });
  });
  const model = roles.find((role) => role.key === form.values.from);
  return (
    <DialogForm
      form={form}
      verb={t("roles.create")}
      isReady={Boolean(form.values.es.trim() && model)}
      onClose={onClose}
    >
      <NameFields form={form} isEnglishOptional />
      <NativeSelect
        label={t("roles.basedOn")}
        data={roles.map((role) => ({ value: role.key, label: label(role.label) }))}
        value={form.values.from}
        onChange={(event) => form.change({ from: event.currentTarget.value })}
      />
      {model && (
        <Text size="sm" c="dimmed">
          {does(model, t)}
        </Text>
      )}
    </DialogForm>
  );
}
