import { SimpleGrid, TextInput } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { Label } from "@/api/types";
import { useWords } from "@/i18n/useWords";

interface Props {
  /** What is named: it stands before the language. */
  name: string;
  value: Label;
  onChange(value: Label): void;
  error?: string | undefined;
  required?: boolean;
  autoFocus?: boolean;
}

/** Words in both languages, the reader's first; the other may be left to it. */
export function LabelInputs({ name, value, onChange, error, required = false, autoFocus = false }: Props) {
  const { t, language } = useWords("admin");
  const other = language === "es" ? "en" : "es";
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (autoFocus) first.current?.focus();
  }, [autoFocus]);
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
      {([language, other] as const).map((one) => (
        <TextInput
          key={one}
          ref={one === language ? first : null}
          label={t("design.inLanguage", { name, language: t(`design.languages.${one}`) })}
          lang={one}
          required={required && one === language}
          placeholder={one === other ? value[language] : undefined}
          value={value[one]}
          error={one === language ? error : undefined}
          data-autofocus={(autoFocus && one === language) || undefined}
          maxLength={200}
          onChange={(event) => onChange({ ...value, [one]: event.currentTarget.value })}
        />
      ))}
    </SimpleGrid>
  );
}
