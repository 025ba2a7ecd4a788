import { TextInput, type TextInputProps } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { marksOf, parseDecimal } from "@/lib/money";
import { useFormats } from "../useFormats";

interface Props extends Omit<TextInputProps, "value" | "onChange"> {
  /** An exact decimal such as `1250.50`, or null. */
  value: string | null;
  onChange(value: string | null): void;
  /** At least so many decimals are shown while nobody types. */
  decimals?: number | undefined;
}

const EXACT = /^-?\d+(\.\d+)?$/;

/** A figure typed as the reader's country writes it; what cannot be read goes on as typed, and the server says so. */
export function DecimalInput({ value, onChange, decimals = 0, ...rest }: Props) {
  const { locale } = useFormats();
  const [typed, setTyped] = useState(() => grouped(value, locale, decimals));
  const sent = useRef(value);
  const isTyping = useRef(false);
  useEffect(() => {
    if (value === sent.current && isTyping.current) return;
    sent.current = value;
    setTyped(isTyping.current ? plain(value, locale) : grouped(value, locale, decimals));
  }, [value, locale, decimals]);
  return (
    <TextInput
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      value={typed}
      classNames={{ input: "numbers" }}
      onFocus={() => {
        isTyping.current = true;
        setTyped(plain(value, locale));
      }}
      onChange={(event) => {
        isTyping.current = true;
        const text = event.currentTarget.value;
        setTyped(text);
        sent.current = text.trim() ? (parseDecimal(text, locale) ?? text.trim()) : null;
        onChange(sent.current);
      }}
      onBlur={() => {
        isTyping.current = false;
        setTyped(grouped(value, locale, decimals));
      }}
    />
  );
}

/** As one edits it: without the marks between thousands. */
function plain(value: string | null, locale: string): string {
  return value === null ? "" : EXACT.test(value) ? value.replace(".", marksOf(locale).decimal) : value;
}

/** As one reads it. */
function grouped(value: string | null, locale: string, decimals: number): string {
  if (value === null || !EXACT.test(value)) return value ?? "";
  return new Intl.NumberFormat(locale, {
    useGrouping: "always" as unknown as boolean,
    minimumFractionDigits: decimals,
    maximumFractionDigits: Math.max(decimals, 10),
  }).format(value as unknown as number);
}
