import { TextInput, type TextInputProps } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { marksOf, parseDecimal } from "@/lib/money";
import { useFormats } from "../useFormats";

interface Props extends Omit<TextInputProps, "value" | "onChange"> {
  /** An exact decimal such as `1250.50`, or null. */
  value: string | null;
  onChange(value: string | null): void;
}

/** A figure typed as the reader's country writes it; what cannot be read goes on as typed, and the server says so. */
export function DecimalInput({ value, onChange, ...rest }: Props) {
  const { locale } = useFormats();
  const [typed, setTyped] = useState(() => shown(value, locale));
  const sent = useRef(value);
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setTyped(shown(value, locale));
  }, [value, locale]);
  return (
    <TextInput
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      value={typed}
      classNames={{ input: "numbers" }}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        sent.current = text.trim() ? (parseDecimal(text, locale) ?? text.trim()) : null;
        onChange(sent.current);
      }}
      onBlur={() => setTyped(shown(value, locale))}
    />
  );
}

function shown(value: string | null, locale: string): string {
  return value === null ? "" : /^-?\d+(\.\d+)?$/.test(value) ? value.replace(".", marksOf(locale).decimal) : value;
}
