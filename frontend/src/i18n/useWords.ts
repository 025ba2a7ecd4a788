import i18next, { type TFunction } from "i18next";
import { useSyncExternalStore } from "react";
import type { Label, Language } from "@/api/types";
import { comingWords, type Namespace } from "./i18n";

export interface Words {
  t: TFunction;
  language: Language;
  /** Whether there are words for a key that the server names. */
  has(key: string): boolean;
  label(words: Label | undefined): string;
  /** The label in the middle of a sentence. */
  inner(words: Label | undefined): string;
}

const made = new Map<string, Words>();

/** The words of one language for the pages of one namespace: the same for every component, however many there are. */
function wordsOf(language: Language, namespace: Namespace): Words {
  const key = `${language} ${namespace}`;
  const known = made.get(key);
  if (known) return known;
  const label = (words: Label | undefined) => words?.[language] ?? words?.es ?? "";
  const ns = namespace === "core" ? ["core"] : [namespace, "core"];
  const words: Words = {
    t: i18next.getFixedT(language, ns) as TFunction,
    language,
    has: (key) => i18next.exists(key, { lng: language, ns }),
    label,
    inner: (told) => {
      const text = label(told);
      return /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
    },
  };
  made.set(key, words);
  return words;
}

function subscribe(listener: () => void): () => void {
  i18next.on("languageChanged", listener);
  return () => i18next.off("languageChanged", listener);
}

const spoken = (): Language => (i18next.language === "en" ? "en" : "es");

/**
 * The reader's language: `t` for our words, `label` for the words of objects and fields. Whoever says more than what is
 * common names its namespace; routes bring it with their page, and what is drawn before it has come waits for it.
 */
export function useWords(namespace: Namespace = "core"): Words {
  const language = useSyncExternalStore(subscribe, spoken);
  if (!i18next.hasResourceBundle(language, namespace)) throw comingWords(namespace, language);
  return wordsOf(language, namespace);
}
