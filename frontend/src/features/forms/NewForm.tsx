import { NativeSelect, SegmentedControl } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import i18next from "i18next";
import { useFormWrites } from "@/api/forms";
import { useMe } from "@/api/me";
import { objectQuery, useObjects } from "@/api/objects";
import type { Language } from "@/api/types";
import { loadWordsIn } from "@/i18n/i18n";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { DialogForm } from "@/kit/DialogForm";
import { NameInput } from "@/kit/NameInput";
import { useForm } from "@/kit/useForm";
import { useOnce } from "@/kit/useOnce";
import { may } from "@/metadata/access";
import { compile } from "@/metadata/compile";
import { beginning } from "./draft";

const FIRST = "leads";

/** Asks how a form is called, whom it makes and which language it speaks; the rest begins with what most ask. */
export function NewForm({ onClose }: { onClose(): void }) {
  const { t, label, language } = useWords("forms");
  const { create } = useFormWrites();
  const { tenant } = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const once = useOnce();
  const objects = useObjects().filter((one) => one.features.reachable && may(one.permissions, "create"));
  const initial = {
    name: "",
    object: objects.find((one) => one.plural === FIRST)?.plural ?? objects[0]?.plural ?? "",
    language: language as Language,
  };
  const form = useForm(initial, async ({ name, object, language: spoken }) => {
    const [document] = await Promise.all([client.ensureQueryData(objectQuery(object)), loadWordsIn("forms", spoken)]);
    const say = (key: string) => i18next.t(`begin.${key}`, { lng: spoken, ns: "forms", firm: tenant.name });
    const wish = {
      name: name.trim(),
      object,
      language: spoken,
      title: name.trim(),
      fields: beginning(compile(document), say),
      consent: { text: say("consent"), purpose: "marketing", required: false },
      thanks: say("thanks"),
    };
    const made = await once(wish, (key) => create.mutateAsync({ ...wish, key }));
    await navigate({ to: "/forms/$id", params: { id: made.id } });
  });
  const { values, errors, change } = form;
  return (
    <Dialog onClose={onClose} title={t("forms.create")}>
      <DialogForm form={form} verb={t("forms.create")} isReady={Boolean(values.object)} onClose={onClose}>
        <NameInput
          label={t("forms.name")}
          description={t("forms.nameHint")}
          data-autofocus
          values={values}
          errors={errors}
          onChange={change}
        />
        <NativeSelect
          label={t("forms.object")}
          data={objects.map((one) => ({ value: one.plural, label: label(one.label) }))}
          value={values.object}
          error={errors.object}
          onChange={(event) => change({ object: event.currentTarget.value })}
        />
        <SegmentedControl
          aria-label={t("forms.language")}
          data={(["es", "en"] as const).map((value) => ({ value, label: t(`forms.languages.${value}`) }))}
          value={values.language}
          onChange={(value) => change({ language: value as Language })}
        />
      </DialogForm>
    </Dialog>
  );
}
