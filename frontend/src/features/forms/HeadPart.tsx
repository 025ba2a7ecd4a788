import { NativeSelect, SimpleGrid, TextInput } from "@mantine/core";
import type { Language } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { NameInput } from "@/kit/NameInput";
import type { Draft } from "./draft";

interface Props {
  draft: Draft;
  errors: Record<string, string>;
  onChange(part: Partial<Draft>): void;
}

/** How the form is called among colleagues, and to whoever fills it in. */
export function HeadPart({ draft, errors, onChange }: Props) {
  const { t } = useWords("forms");
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" verticalSpacing="sm">
      <NameInput label={t("forms.name")} values={draft} errors={errors} onChange={onChange} />
      <NativeSelect
        label={t("forms.language")}
        data={(["es", "en"] as const).map((value) => ({ value, label: t(`forms.languages.${value}`) }))}
        value={draft.language}
        onChange={(event) => onChange({ language: event.currentTarget.value as Language })}
      />
      <TextInput
        style={{ gridColumn: "1 / -1" }}
        label={t("forms.heading")}
        description={t("forms.headingHint")}
        maxLength={200}
        value={draft.title}
        error={errors.title}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
    </SimpleGrid>
  );
}
