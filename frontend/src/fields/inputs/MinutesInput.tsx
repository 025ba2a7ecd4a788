import { TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useWords } from "@/i18n/useWords";
import { formatMinutes, readMinutes } from "@/lib/durations";
import type { InputProps } from "../kit";
import { useInputName } from "../labels";
import { useFormats } from "../useFormats";

/** A length of time as people say it: `45`, `1:30`, `1 h 30`. It is kept in minutes. */
export function MinutesInput({ field, value, onChange, label, error, autoFocus }: InputProps<number>) {
  const { t } = useWords();
  const name = useInputName(field, label);
  const formats = useFormats();
  const shown = typeof value === "number" ? formatMinutes(value, formats.number) : (value ?? "");
  const [typed, setTyped] = useState(shown);
  const isTyping = useRef(false);
  useEffect(() => {
    if (!isTyping.current) setTyped(shown);
  }, [shown]);
  return (
    <TextInput
      {...name}
      value={typed}
      placeholder={t("fields.minutes")}
      error={error}
      autoFocus={autoFocus}
      autoComplete="off"
      classNames={{ input: "numbers" }}
      onChange={(event) => {
        isTyping.current = true;
        const text = event.currentTarget.value;
        setTyped(text);
        onChange(text.trim() ? (readMinutes(text) ?? (text as unknown as number)) : null);
      }}
      onBlur={() => {
        isTyping.current = false;
        setTyped(shown);
      }}
    />
  );
}
