import { useWords } from "@/i18n/useWords";

/** Something that a reader of a mail would stumble over; `at` is the path of the part that it is about. */
export interface Found {
  code: string;
  severity: "error" | "warning";
  at: string | null;
  message: string;
}

/** The part that somebody can be led to, which not every finding is about. */
export const placeOf = ({ at }: Pick<Found, "at">): string | undefined => (at && at !== "blocks" ? at : undefined);

/** Says a finding in the reader's words, with its block. */
export function useFinding() {
  const { t, has } = useWords("checks");
  const said = (found: Found) => {
    const key = `findings.codes.${found.code}`;
    const place = /^blocks\.(\d+)/.exec(found.at ?? "")?.[1];
    const words = has(key) ? t(key) : found.message;
    return place ? `${t("findings.at", { n: Number(place) + 1 })} ${words}` : words;
  };
  return { said, severity: (found: Found) => t(`findings.${found.severity}`) };
}
