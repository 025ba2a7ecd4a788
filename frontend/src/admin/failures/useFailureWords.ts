import type { Failure } from "@/api/failures";
import type { Job } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { useJobWords } from "@/kit/jobs/jobWords";
import { codeText } from "@/kit/problemText";

/** What something belongs to, such as its campaign. */
export const ofFailure = (failure: Failure, what: string) => failure.of.find((one) => one.what === what);

/** What failed and why, in a person's words. */
export function useFailureWords() {
  const { t, has } = useWords("failures");
  const jobs = useJobWords();

  const jobTitle = (failure: Failure) =>
    jobs.title({
      kind: failure.what,
      object: ofFailure(failure, "object")?.id ?? null,
      action: ofFailure(failure, "action")?.id ?? null,
    } as Job);

  const title = (failure: Failure): string => {
    const { kind, what, title: name } = failure;
    if (kind === "job") return jobTitle(failure);
    if (kind === "mail") return t(has(`failures.mail.${what}`) ? `failures.mail.${what}` : "failures.mail.other");
    if (kind === "parked")
      return t(has(`failures.parked.${what}`) ? `failures.parked.${what}` : "failures.parked.other");
    return name ? t(`failures.name.${kind}`, { name }) : t(`failures.name.${kind}Unnamed`);
  };

  const why = ({ kind, code }: Failure): string => {
    if (kind === "parked") return t("failures.why.parked");
    return has(`failures.why.${code}`) ? t(`failures.why.${code}`) : (codeText(code, t) ?? t("failures.why.other"));
  };

  return { title, why };
}
