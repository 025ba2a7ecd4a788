import { useFormats } from "@/fields/useFormats";
import { numberFormat } from "@/lib/intl";

/** Shares as their reader writes them: `39,2 %`; small ones keep what tells them from nought. */
export function usePercent(): (share: number) => string {
  const { locale } = useFormats();
  return (share) =>
    numberFormat(locale, {
      style: "percent",
      maximumFractionDigits: Math.abs(share) < 0.01 && share !== 0 ? 2 : 1,
      useGrouping: "always" as unknown as boolean,
    }).format(share);
}
