import type { Language } from "@/api/types";

const REGION_OF_CURRENCY: Record<string, string> = { MXN: "MX", COP: "CO", ARS: "AR", CLP: "CL", PEN: "PE", GBP: "GB" };

/**
 * The locale for figures and dates: the one that the tenant chose, when it is in the reader's language; else the
 * reader's language as it is written where the tenant trades.
 */
export function formatLocale(language: Language, currency = "EUR", chosen?: string | null): string {
  if (chosen?.startsWith(`${language}-`)) return chosen;
  const region = REGION_OF_CURRENCY[currency];
  if (language === "es") return `es-${region && region !== "GB" ? region : "ES"}`;
  return currency === "USD" ? "en-US" : "en-GB";
}

export function languageOf(locale: string | null | undefined): Language {
  return locale?.toLowerCase().startsWith("en") ? "en" : "es";
}

export function browserTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "Europe/Madrid";
}

export function timeZones(): string[] {
  const all = Intl.supportedValuesOf("timeZone");
  return all.includes("UTC") ? all : [...all, "UTC"];
}

/** The currencies that a sign-up offers first; the tenant's own always comes along. */
export const CURRENCIES = ["EUR", "USD", "MXN", "COP", "ARS", "CLP", "PEN", "GBP"] as const;

export function currencyOfZone(zone: string): string {
  if (zone.startsWith("America/Mexico") || zone === "America/Monterrey" || zone === "America/Tijuana") return "MXN";
  if (zone === "America/Bogota") return "COP";
  if (zone.startsWith("America/Argentina") || zone === "America/Buenos_Aires") return "ARS";
  if (zone === "America/Santiago") return "CLP";
  if (zone === "America/Lima") return "PEN";
  if (zone === "Europe/London") return "GBP";
  return zone.startsWith("America/") ? "USD" : "EUR";
}

/** Case and accents folded, as the API's search does. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
}
