import { TextInput } from "@mantine/core";
import { type Sender, useSenderWrites } from "@/api/sending";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { DialogForm } from "@/kit/DialogForm";
import { showDone } from "@/kit/notices";
import { useForm } from "@/kit/useForm";
import { useOnce } from "@/kit/useOnce";

const FIELDS = ["name", "from_name", "address", "reply_to", "legal_name", "postal_address"] as const;
const REQUIRED: ReadonlySet<string> = new Set(["name", "from_name", "address", "postal_address"]);
const MAILBOXES: ReadonlySet<string> = new Set(["address", "reply_to"]);

type Values = Record<(typeof FIELDS)[number], string>;

/** Writes down a sender, or changes one. */
export function SenderDialog({ sender, onClose }: { sender: Sender | null; onClose(): void }) {
  const { t } = useWords("admin");
  const { create, change } = useSenderWrites();
  const once = useOnce();
  const initial = Object.fromEntries(FIELDS.map((name) => [name, sender?.[name] ?? ""])) as Values;
  const form = useForm(initial, async (values) => {
    const told = Object.fromEntries(FIELDS.map((name) => [name, values[name].trim()])) as Values;
    const wish = { ...told, reply_to: told.reply_to || null, legal_name: told.legal_name || null };
    if (sender) await change.mutateAsync({ ...wish, id: sender.id, version: sender.version });
    else await once(wish, (key) => create.mutateAsync({ ...wish, key }));
    showDone(t("sending.saved", { name: wish.name }));
    onClose();
  });
  return (
    <Dialog onClose={onClose} title={sender ? t("sending.editOf", { name: sender.name }) : t("sending.addSender")}>
      <DialogForm form={form} verb={t("actions.save")} onClose={onClose}>
        {FIELDS.map((name, place) => (
          <TextInput
            key={name}
            label={t(`sending.fields.${name}`)}
            description={t(`sending.hints.${name}`, { defaultValue: "" }) || undefined}
            type={MAILBOXES.has(name) ? "email" : "text"}
            required={REQUIRED.has(name)}
            data-autofocus={place === 0 || undefined}
            value={form.values[name]}
            error={form.errors[name]}
            onChange={(event) => form.change({ [name]: event.currentTarget.value })}
          />
        ))}
      </DialogForm>
    </Dialog>
  );
}
