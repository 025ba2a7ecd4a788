import { NativeSelect } from "@mantine/core";
import type { FieldMeta } from "@/api/types";
import { useWords } from "@/i18n/useWords";

interface Props {
  name: string;
  fields: readonly FieldMeta[];
  /** What choosing no field is called, where that makes sense. */
  none?: string;
  value: string;
  onChange(name: string): void;
}

/** The field that a board's columns or a calendar's days go by, where there is more than one. */
export function LayoutField({ name, fields, none, value, onChange }: Props) {
  const { label } = useWords();
  const offered = fields.map((field) => ({ value: field.name, label: label(field.label) }));
  const data = none ? [{ value: "", label: none }, ...offered] : offered;
  if (data.length < 2) return null;
  return (
    <NativeSelect
      aria-label={name}
      title={name}
      data={data}
      value={value}
      flex={{ base: "1 1 100px", xs: "0 0 160px" }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
