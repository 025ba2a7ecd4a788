import i18next from "i18next";
import type { Language } from "@/api/types";
import { languageOf } from "@/lib/locale";

type Catalogue = () => Promise<{ default: object }>;

/** One lazy chunk a language for what every page says, and one more for each part that only some pages need. */
const catalogues = {
  core: { es: () => import("./locales/es/core.json"), en: () => import("./locales/en/core.json") },
  problems: { es: () => import("./locales/es/problems.json"), en: () => import("./locales/en/problems.json") },
  session: { es: () => import("./locales/es/session.json"), en: () => import("./locales/en/session.json") },
  today: { es: () => import("./locales/es/today.json"), en: () => import("./locales/en/today.json") },
  lists: { es: () => import("./locales/es/lists.json"), en: () => import("./locales/en/lists.json") },
  filters: { es: () => import("./locales/es/filters.json"), en: () => import("./locales/en/filters.json") },
  records: { es: () => import("./locales/es/records.json"), en: () => import("./locales/en/records.json") },
  imports: { es: () => import("./locales/es/imports.json"), en: () => import("./locales/en/imports.json") },
  jobs: { es: () => import("./locales/es/jobs.json"), en: () => import("./locales/en/jobs.json") },
  admin: { es: () => import("./locales/es/admin.json"), en: () => import("./locales/en/admin.json") },
  segments: { es: () => import("./locales/es/segments.json"), en: () => import("./locales/en/segments.json") },
  checks: { es: () => import("./locales/es/checks.json"), en: () => import("./locales/en/checks.json") },
  templates: { es: () => import("./locales/es/templates.json"), en: () => import("./locales/en/templates.json") },
  campaigns: { es: () => import("./locales/es/campaigns.json"), en: () => import("./locales/en/campaigns.json") },
  automations: { es: () => import("./locales/es/automations.json"), en: () => import("./locales/en/automations.json") },
  costs: { es: () => import("./locales/es/costs.json"), en: () => import("./locales/en/costs.json") },
  worth: { es: () => import("./locales/es/worth.json"), en: () => import("./locales/en/worth.json") },
  plans: { es: () => import("./locales/es/plans.json"), en: () => import("./locales/en/plans.json") },
  marketing: { es: () => import("./locales/es/marketing.json"), en: () => import("./locales/en/marketing.json") },
  webhooks: { es: () => import("./locales/es/webhooks.json"), en: () => import("./locales/en/webhooks.json") },
  alarms: { es: () => import("./locales/es/alarms.json"), en: () => import("./locales/en/alarms.json") },
  failures: { es: () => import("./locales/es/failures.json"), en: () => import("./locales/en/failures.json") },
  sharedLists: { es: () => import("./locales/es/sharedLists.json"), en: () => import("./locales/en/sharedLists.json") },
  forms: { es: () => import("./locales/es/forms.json"), en: () => import("./locales/en/forms.json") },
  card: { es: () => import("./locales/es/card.json"), en: () => import("./locales/en/card.json") },
  actionRules: { es: () => import("./locales/es/actionRules.json"), en: () => import("./locales/en/actionRules.json") },
  consent: { es: () => import("./locales/es/consent.json"), en: () => import("./locales/en/consent.json") },
} satisfies Record<string, Record<Language, Catalogue>>;

export type Namespace = keyof typeof catalogues;
export const NAMESPACES = Object.keys(catalogues) as Namespace[];

const CHOSEN = "tendero-language";
const wanted = new Set<Namespace>(["core"]);

export function initialLanguage(): Language {
  return languageOf(localStorage.getItem(CHOSEN) ?? navigator.language);
}

export async function startLanguage(language: Language): Promise<void> {
  const words = (await catalogues.core[language]()).default;
  coming.clear();
  coming.set(`${language} core`, Promise.resolve());
  await i18next.init({
    lng: language,
    resources: { [language]: { core: words } },
    defaultNS: "core",
    ns: ["core"],
    partialBundledLanguages: true,
    fallbackLng: false,
    interpolation: { escapeValue: false },
    returnNull: false,
    showSupportNotice: false,
    // A page that asks for words which have not come is a fault, and tests let none into the console.
    parseMissingKeyHandler: (key: string, or?: string) => {
      if (or === undefined) console.error(`No words for ${key}`);
      return or ?? key;
    },
  } as Parameters<typeof i18next.init>[0]);
  document.documentElement.lang = language;
}

const coming = new Map<string, Promise<void>>();

/** Brings the words of one namespace in one language, which need not be the reader's: a mail may speak the other. */
export function loadWordsIn(namespace: Namespace, language: Language): Promise<void> {
  const key = `${language} ${namespace}`;
  const known = coming.get(key);
  if (known) return known;
  const come = catalogues[namespace][language]().then(
    (words) => {
      i18next.addResourceBundle(language, namespace, words.default);
    },
    (reason) => {
      coming.delete(key);
      throw reason;
    },
  );
  coming.set(key, come);
  return come;
}

const bring = (language: Language) => Promise.all([...wanted].map((name) => loadWordsIn(name, language)));

/** Brings the words of some pages, in the reader's language and from now on in any other that is chosen. */
export async function loadWords(...namespaces: Namespace[]): Promise<void> {
  for (const namespace of namespaces) wanted.add(namespace);
  await Promise.all(namespaces.map((name) => loadWordsIn(name, i18next.language as Language)));
}

/** The same promise for as long as the words have not come, so that what is drawn can wait for it. */
export function comingWords(namespace: Namespace, language: Language): Promise<void> {
  wanted.add(namespace);
  return loadWordsIn(namespace, language);
}

/** A part of a page and its words, together: `lazy(() => withWords("records", () => import("./Share")))`. */
export async function withWords<T>(namespace: Namespace, part: () => Promise<T>): Promise<T> {
  return (await Promise.all([part(), loadWords(namespace)]))[0];
}

export async function changeLanguage(language: Language): Promise<void> {
  await bring(language);
  if (i18next.language === language) return;
  await i18next.changeLanguage(language);
  localStorage.setItem(CHOSEN, language);
  document.documentElement.lang = language;
}
