import { useTranslation } from "react-i18next";
import type { Label, Language } from "@/api/types";

/** The reader's language: `t` for our words, `label` for the words of objects and fields. */
export function useWords() {
  const { t, i18n } = useTranslation();
  const language = (i18n.language === "en" ? "en" : "es") as Language;
  const label = (words: Label | undefined) => words?.[language] ?? words?.es ?? "";
  /** The label in the middle of a sentence. */
  const inner = (words: Label | undefined) => {
    const text = label(words);
    return /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
  };
  return { t, i18n, language, label, inner };
}
