import { Checkbox, TextInput } from "@mantine/core";
import { type ExclusionList, useExclusionWrites } from "@/api/exclusions";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { DialogForm } from "@/kit/DialogForm";
import { NameInput } from "@/kit/NameInput";
import { showDone } from "@/kit/notices";
import { useForm } from "@/kit/useForm";
import { useOnce } from "@/kit/useOnce";

interface Props {
  list: ExclusionList | null;
  onClose(): void;
}

/** Makes a list, or says otherwise when it holds. */
export function ListDialog({ list, onClose }: Props) {
  const { t } = useWords("marketing");
  const { create, change } = useExclusionWrites();
  const once = useOnce();
  const initial = {
    name: list?.name ?? "",
    description: list?.description ?? "",
    always: list?.always ?? true,
    unless_consented: list?.unless_consented ?? false,
  };
  const form = useForm(initial, async (values) => {
    const wish = { ...values, name: values.name.trim(), description: values.description.trim() };
    if (list) await change.mutateAsync({ ...wish, id: list.id, version: list.version });
    else await once(wish, (key) => create.mutateAsync({ ...wish, once: key }));
    showDone(t("exclusions.saved", { name: wish.name }));
    onClose();
  });
  const { values, errors, change: edit } = form;
  return (
    <Dialog onClose={onClose} title={list ? t("exclusions.editOf", { name: list.name }) : t("exclusions.create")}>
      <DialogForm form={form} verb={t(list ? "actions.save" : "exclusions.create")} onClose={onClose}>
        <NameInput label={t("exclusions.name")} data-autofocus values={values} errors={errors} onChange={edit} />
        <TextInput
          label={t("exclusions.description")}
          maxLength={500}
          value={values.description}
          error={errors.description}
          onChange={(event) => edit({ description: event.currentTarget.value })}
        />
        <Checkbox
          label={t("exclusions.always")}
          description={t("exclusions.alwaysHint")}
          checked={values.always}
          onChange={(event) => edit({ always: event.currentTarget.checked })}
        />
        <Checkbox
          label={t("exclusions.yields")}
          description={t("exclusions.yieldsHint")}
          checked={values.unless_consented}
          onChange={(event) => edit({ unless_consented: event.currentTarget.checked })}
        />
      </DialogForm>
    </Dialog>
  );
}
