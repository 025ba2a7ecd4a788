import type { Language } from "@/api/types";

type Catalogue = Record<string, string>;

/** The few words of the page: plain texts under their keys, without the machinery of the portal. */
export interface Words {
  language: Language;
  t(key: string): string;
  has(key: string): boolean;
}

const catalogues: Record<Language, () => Promise<{ default: { formPage: Catalogue } }>> = {
  es: () => import("@/i18n/locales/es/formPage.json"),
  en: () => import("@/i18n/locales/en/formPage.json"),
};

export async function bringWords(language: Language): Promise<Words> {
  const words = (await catalogues[language]()).default.formPage;
  document.documentElement.lang = language;
  const at = (key: string) => words[key.replace("formPage.", "")];
  return { language, t: (key) => at(key) ?? key, has: (key) => at(key) !== undefined };
}
