import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "@/api/types";
import { languageOf } from "@/lib/locale";

/** One lazy chunk a language. */
const catalogues: Record<Language, () => Promise<{ default: object }>> = {
  es: () => import("./locales/es/core.json"),
  en: () => import("./locales/en/core.json"),
};

const CHOSEN = "tendero-language";

export function initialLanguage(): Language {
  return languageOf(localStorage.getItem(CHOSEN) ?? navigator.language);
}

export async function startLanguage(language: Language): Promise<void> {
  const words = (await catalogues[language]()).default;
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { core: words } },
    defaultNS: "core",
    ns: ["core"],
    partialBundledLanguages: true,
    fallbackLng: false,
    interpolation: { escapeValue: false },
    returnNull: false,
    showSupportNotice: false,
  } as Parameters<typeof i18next.init>[0]);
  document.documentElement.lang = language;
}

export async function changeLanguage(language: Language): Promise<void> {
  if (i18next.language === language) return;
  if (!i18next.hasResourceBundle(language, "core"))
    i18next.addResourceBundle(language, "core", (await catalogues[language]()).default);
  await i18next.changeLanguage(language);
  localStorage.setItem(CHOSEN, language);
  document.documentElement.lang = language;
}
