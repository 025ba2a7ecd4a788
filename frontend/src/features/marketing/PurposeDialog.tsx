import { Textarea, TextInput } from "@mantine/core";
import { type Purpose, usePurposeWrites } from "@/api/marketing";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { DialogForm } from "@/kit/DialogForm";
import { showDone } from "@/kit/notices";
import { useForm } from "@/kit/useForm";
import { useOnce } from "@/kit/useOnce";

interface Props {
  purpose: Purpose | null;
  onClose(): void;
}

const LONGEST_KEY = 40;

/** The name under which consents are kept: made once of what the purpose is called, and never changed. */
function keyOf(name: string): string {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const key = plain.replace(/[^a-z0-9]+/g, "_").replace(/^[_0-9]+|_+$/g, "");
  return key.slice(0, LONGEST_KEY) || `purpose_${Date.now().toString(36)}`;
}

/** Writes down a purpose, or its words anew: whoever agreed to the old ones agreed to those. */
export function PurposeDialog({ purpose, onClose }: Props) {
  const { t } = useWords("marketing");
  const { create, change } = usePurposeWrites();
  const once = useOnce();
  const initial = {
    ...{ es: purpose?.label.es ?? "", en: purpose?.label.en ?? "" },
    ...{ textEs: purpose?.text.es ?? "", textEn: purpose?.text.en ?? "" },
  };
  const form = useForm(initial, async ({ es, en, textEs, textEn }) => {
    const label = { es: es.trim(), en: en.trim() || es.trim() };
    const text = { es: textEs.trim(), en: textEn.trim() || textEs.trim() };
    const wish = { name: label.es, label, text };
    if (purpose) await change.mutateAsync({ ...wish, id: purpose.id, version: purpose.version });
    else await once(wish, (key) => create.mutateAsync({ ...wish, key: keyOf(es), once: key }));
    showDone(t("purposes.saved", { name: label.es }));
    onClose();
  });
  const { values, change: edit } = form;
  return (
    <Dialog onClose={onClose} title={purpose ? t("purposes.editOf", { name: purpose.name }) : t("purposes.add")}>
      <DialogForm form={form} verb={t("actions.save")} onClose={onClose}>
        <TextInput
          label={t("purposes.nameEs")}
          description={t("purposes.nameHint")}
          required
          maxLength={120}
          data-autofocus
          value={values.es}
          onChange={(event) => edit({ es: event.currentTarget.value })}
        />
        <Textarea
          label={t("purposes.textEs")}
          description={t("purposes.textHint")}
          required
          autosize
          minRows={2}
          maxLength={1000}
          value={values.textEs}
          onChange={(event) => edit({ textEs: event.currentTarget.value.replace(/\n/g, " ") })}
        />
        <TextInput
          label={t("purposes.nameEn")}
          maxLength={120}
          value={values.en}
          onChange={(event) => edit({ en: event.currentTarget.value })}
        />
        <Textarea
          label={t("purposes.textEn")}
          autosize
          minRows={2}
          maxLength={1000}
          value={values.textEn}
          onChange={(event) => edit({ textEn: event.currentTarget.value.replace(/\n/g, " ") })}
        />
      </DialogForm>
    </Dialog>
  );
}
