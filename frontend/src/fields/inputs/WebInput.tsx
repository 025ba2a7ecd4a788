import { TextInput } from "@mantine/core";
import type { InputProps } from "../kit";
import { useInputName } from "../labels";

/** A web address; what people leave out of one is put in. */
export function WebInput({ field, value, onChange, label, error, autoFocus }: InputProps<string>) {
  const name = useInputName(field, label);
  return (
    <TextInput
      {...name}
      type="text"
      inputMode="url"
      autoComplete="off"
      spellCheck={false}
      value={value ?? ""}
      error={error}
      autoFocus={autoFocus}
      data-autofocus={autoFocus || undefined}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      onBlur={() => {
        const text = value?.trim();
        if (text && /^[^\s/:@]+\.[a-z]{2,}(\/\S*)?$/i.test(text)) onChange(`https://${text}`);
      }}
    />
  );
}
