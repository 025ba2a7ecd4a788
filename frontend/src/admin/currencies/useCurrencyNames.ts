import { useMemo } from "react";
import { useWords } from "@/i18n/useWords";

/** What currencies are called in the reader's language. */
export function useCurrencyNames(): (code: string) => string {
  const { language } = useWords();
  return useMemo(() => {
    const names = new Intl.DisplayNames(language, { type: "currency" });
    return (code) => {
      const name = names.of(code) ?? code;
      return name.charAt(0).toUpperCase() + name.slice(1);
    };
  }, [language]);
}
