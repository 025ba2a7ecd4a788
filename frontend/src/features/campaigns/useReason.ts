import { useWords } from "@/i18n/useWords";

/** Why somebody gets no mail, in words. */
export function useReason(): (reason: string) => string {
  const { t, has } = useWords("campaigns");
  return (reason) => (has(`reasons.${reason}`) ? t(`reasons.${reason}`) : t("reasons.other", { reason }));
}
