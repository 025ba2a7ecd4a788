import type { Standing } from "@/api/consentTypes";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";

/** Says of a purpose whether the person may be written to, and why or why not. */
export function useWhy(): (standing: Standing) => string {
  const { t } = useWords("consent");
  const formats = useFormats();
  return ({ allowed, reason, not_before }) =>
    allowed || !reason
      ? t("consent.line.yes")
      : t("consent.line.no", {
          why: t(`consent.why.${reason}`, { when: not_before ? formats.instant(not_before) : "" }),
        });
}
