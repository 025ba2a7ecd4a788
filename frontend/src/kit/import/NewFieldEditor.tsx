import { Group, NativeSelect, TextInput } from "@mantine/core";
import type { ImportColumn, ImportField } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { NEW_TYPES, withType } from "./mappingState";

interface Props {
  column: ImportColumn;
  field: ImportField;
  onChange(field: ImportField): void;
}

/** The field that a column becomes: its name as the file says it, its type as its cells look. */
export function NewFieldEditor({ column, field, onChange }: Props) {
  const { t, language } = useWords("imports");
  const options = column.suggested_field?.options;
  const types = NEW_TYPES.filter((type) => type !== "choice" || options?.length);
  const rename = (text: string) => {
    const other = language === "es" ? "en" : "es";
    const was = field.label[language];
    const label = { ...field.label, [language]: text };
    // Until somebody translates it, both languages call it the same.
    onChange({ ...field, label: field.label[other] === was ? { ...label, [other]: text } : label });
  };
  return (
    <Group gap={6} mt={6} wrap="nowrap">
      <TextInput
        size="sm"
        flex={1}
        aria-label={t("import.newField.label", { column: column.header })}
        value={field.label[language]}
        maxLength={80}
        onChange={(event) => rename(event.currentTarget.value)}
      />
      <NativeSelect
        size="sm"
        w={164}
        aria-label={t("import.newField.type", { column: column.header })}
        value={field.type}
        data={types.map((type) => ({ value: type, label: t(`import.types.${type}`) }))}
        onChange={(event) => onChange(withType(field, event.currentTarget.value, options))}
      />
    </Group>
  );
}
