import { useNavigate } from "@tanstack/react-router";
import { useWebhookWrites } from "@/api/webhooks";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { DialogForm } from "@/kit/DialogForm";
import { useForm } from "@/kit/useForm";
import { useOnce } from "@/kit/useOnce";
import { Fields } from "./Fields";

/** Writes down a server, and leads to its secret. */
export function NewWebhook({ onClose }: { onClose(): void }) {
  const { t } = useWords("webhooks");
  const { create } = useWebhookWrites();
  const navigate = useNavigate();
  const once = useOnce();
  const form = useForm({ name: "", url: "", description: "" }, async (values) => {
    const wish = { ...values, name: values.name.trim(), url: values.url.trim() };
    const made = await once(wish, (key) => create.mutateAsync({ ...wish, once: key }));
    await navigate({ to: "/settings/webhooks/$id", params: { id: made.id } });
  });
  return (
    <Dialog onClose={onClose} title={t("webhooks.create")}>
      <DialogForm form={form} verb={t("webhooks.create")} onClose={onClose}>
        <Fields values={form.values} errors={form.errors} onChange={form.change} />
      </DialogForm>
    </Dialog>
  );
}
