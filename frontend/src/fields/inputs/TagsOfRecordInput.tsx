import { TagsInput } from "@mantine/core";
import type { InputProps } from "../kit";
import { useInputName } from "../labels";

const MOST = 30;

export function TagsOfRecordInput({ field, value, onChange, label, error, autoFocus }: InputProps<string[]>) {
  const name = useInputName(field, label);
  return (
    <TagsInput
      {...name}
      value={value ?? []}
      error={error}
      maxTags={MOST}
      clearable
      autoFocus={autoFocus}
      onChange={(next) => onChange(next.length ? next : null)}
    />
  );
}
