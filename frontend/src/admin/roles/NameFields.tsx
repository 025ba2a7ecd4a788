import { TextInput } from "@mantine/core";
import { useWords } from "@/i18n/useWords";

interface Names {
  es: string;
  en: string;
}

interface Props {
  form: { values: Names; errors: Record<string, string>; change(part: Partial<Names>): void };
  /** The Spanish name serves both languages until there is an English one. */
  isEnglishOptional?: boolean;
}

/** What a role is called, in both languages. */
export function NameFields({ form, isEnglishOptional = false }: Props) {
  const { t } = useWords("admin");
  return (
    <>
      <TextInput
        label={t("roles.nameEs")}
        required
        maxLength={80}
        data-autofocus
        value={form.values.es}
        error={form.errors["label.es"]}
        onChange={(event) => form.change({ es: event.currentTarget.value })}
      />
      <TextInput
        label={t("roles.nameEn")}
        required={!isEnglishOptional}
        maxLength={80}
        placeholder={isEnglishOptional ? form.values.es : undefined}
        value={form.values.en}
        error={form.errors["label.en"]}
        onChange={(event) => form.change({ en: event.currentTarget.value })}
      />
    </>
  );
}
