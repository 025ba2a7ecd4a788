import { useFormats } from "@/fields/useFormats";
import { numberFormat } from "@/lib/intl";

const CENT = 0.01;

/** Small sums as one reads them: cents, or as many places as a part of a cent needs. */
export function useDollars(): (amount: string, currency: string) => string {
  const { locale } = useFormats();
  return (amount, currency) => {
    const number = Number(amount);
    const places = number >= CENT || number === 0 ? 2 : number >= CENT / 100 ? 4 : 6;
    return numberFormat(locale, {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
      minimumFractionDigits: 2,
      maximumFractionDigits: places,
    }).format(number);
  };
}
