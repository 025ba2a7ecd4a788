import { Radio, SegmentedControl, Stack } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import i18next from "i18next";
import { useTemplateWrites } from "@/api/templates";
import type { Language } from "@/api/types";
import { loadWordsIn } from "@/i18n/i18n";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { DialogForm } from "@/kit/DialogForm";
import { NameInput } from "@/kit/NameInput";
import { useForm } from "@/kit/useForm";
import { useOnce } from "@/kit/useOnce";
import { contentOf, STARTERS, type Starter } from "./starters";

/** Asks how a template is called, in which language it speaks and what it begins with. */
export function NewTemplate({ onClose }: { onClose(): void }) {
  const { t, language } = useWords("templates");
  const { create } = useTemplateWrites();
  const navigate = useNavigate();
  const once = useOnce();
  const initial = { name: "", language, starter: "welcome" as Starter };
  const form = useForm(initial, async ({ name, language: spoken, starter }) => {
    await loadWordsIn("templates", spoken);
    const say = (key: string) => i18next.t(`starters.${starter}.${key}`, { lng: spoken, ns: "templates" });
    const wish = { ...contentOf(starter, spoken, say), name: name.trim() };
    const made = await once(wish, (key) => create.mutateAsync({ ...wish, key }));
    await navigate({ to: "/templates/$id", params: { id: made.id } });
  });
  const { values, errors, change } = form;
  return (
    <Dialog onClose={onClose} title={t("templates.create")}>
      <DialogForm form={form} verb={t("templates.create")} onClose={onClose}>
        <NameInput
          label={t("templates.name")}
          description={t("templates.nameHint")}
          data-autofocus
          values={values}
          errors={errors}
          onChange={change}
        />
        <SegmentedControl
          aria-label={t("templates.language")}
          data={(["es", "en"] as const).map((value) => ({ value, label: t(`templates.languages.${value}`) }))}
          value={values.language}
          onChange={(value) => change({ language: value as Language })}
        />
        <Radio.Group
          label={t("templates.start")}
          value={values.starter}
          onChange={(value) => change({ starter: value as Starter })}
        >
          <Stack gap={8} mt={6}>
            {STARTERS.map((starter) => (
              <Radio
                key={starter}
                value={starter}
                label={t(`starters.${starter}.title`)}
                description={t(`starters.${starter}.text`)}
              />
            ))}
          </Stack>
        </Radio.Group>
      </DialogForm>
    </Dialog>
  );
}
