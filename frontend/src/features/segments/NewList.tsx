import { NativeSelect } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useObjects } from "@/api/objects";
import { useSegmentWrites } from "@/api/segments";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { DialogForm } from "@/kit/DialogForm";
import { NameInput } from "@/kit/NameInput";
import { useForm } from "@/kit/useForm";
import { useOnce } from "@/kit/useOnce";

/** A list that people fill by hand, which begins with a name. */
export function NewList({ onClose }: { onClose(): void }) {
  const { t, label } = useWords("segments");
  const objects = useObjects();
  const navigate = useNavigate();
  const once = useOnce();
  const { create } = useSegmentWrites();
  const begun = objects.find((one) => one.plural === "contacts") ?? objects[0];
  const form = useForm({ name: "", object: begun?.plural ?? "" }, async ({ name, object }) => {
    const wish = { name: name.trim(), object, mode: "static" as const, filter: null };
    const made = await once(wish, (key) => create.mutateAsync({ ...wish, key }));
    onClose();
    await navigate({ to: "/segments/$id", params: { id: made.id } });
  });
  return (
    <Dialog onClose={onClose} title={t("lists.create")}>
      <DialogForm form={form} verb={t("lists.create")} isReady={Boolean(form.values.name.trim())} onClose={onClose}>
        <NameInput
          label={t("segments.name")}
          description={t("lists.nameHint")}
          data-autofocus
          values={form.values}
          errors={form.errors}
          onChange={form.change}
        />
        <NativeSelect
          label={t("segments.object")}
          value={form.values.object}
          data={objects.map((one) => ({ value: one.plural, label: label(one.label_plural) }))}
          onChange={(event) => form.change({ object: event.currentTarget.value })}
        />
      </DialogForm>
    </Dialog>
  );
}
