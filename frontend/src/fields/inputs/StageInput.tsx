import { Select } from "@mantine/core";
import { useRecords } from "@/api/records";
import type { Option } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import type { InputProps } from "../kit";
import { useInputName } from "../labels";
import { offered } from "./ChoiceInput";

/** The stages of a process in their order; with several pipelines, each under its name, the record's own first. */
export function StageInput({ field, value, onChange, label, error, record, autoFocus }: InputProps<string>) {
  const words = useWords();
  const name = useInputName(field, label);
  const options = offered(field, value ? [value] : []).sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
  const ids = [...new Set(options.flatMap((option) => option.pipeline ?? []))];
  const pipelines = useRecords("pipelines", { sort: "-updated_at" }, ids.length > 1);
  const named = pipelines.data?.pages.flatMap((page) => page.items) ?? [];
  const item = (option: Option) => ({ value: option.value, label: words.label(option.label) });
  const ordered = [...ids].sort((a, b) => Number(b === record?.pipeline) - Number(a === record?.pipeline));
  const data =
    ids.length > 1
      ? ordered.map((id) => ({
          group: String(named.find((pipeline) => pipeline.id === id)?.name ?? ""),
          items: options.filter((option) => option.pipeline === id).map(item),
        }))
      : options.map(item);
  return (
    <Select
      {...name}
      data={data}
      value={value ?? null}
      error={error}
      allowDeselect={!field.required}
      autoFocus={autoFocus}
      data-autofocus={autoFocus || undefined}
      maxDropdownHeight={320}
      onChange={(next) => onChange(next)}
    />
  );
}
