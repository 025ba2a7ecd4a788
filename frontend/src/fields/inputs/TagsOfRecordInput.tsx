import { TagsInput } from "@mantine/core";
import { useState } from "react";
import { useTags } from "@/api/tags";
import { useWords } from "@/i18n/useWords";
import type { InputProps } from "../kit";
import { useInputName } from "../labels";

const MOST = 30;
const LONGEST = 40;
const OFFERED = 40;

/** Free words; those in use are offered first, so that one thing is not called by two names. */
export function TagsOfRecordInput({ field, value, onChange, label, error, autoFocus }: InputProps<string[]>) {
  const { t } = useWords();
  const name = useInputName(field, label);
  const known = useTags().data ?? [];
  const [typed, setTyped] = useState("");
  return (
    <TagsInput
      {...name}
      data={known.map((one) => one.tag)}
      limit={OFFERED}
      value={value ?? []}
      error={error}
      maxTags={MOST}
      splitChars={[",", ";", "|"]}
      placeholder={value?.length ? undefined : t("fields.tagsHint")}
      searchValue={typed}
      onSearchChange={(text) => setTyped(text.slice(0, LONGEST))}
      clearable
      acceptValueOnBlur
      autoFocus={autoFocus}
      onChange={(next) => onChange(next.length ? next : null)}
    />
  );
}
