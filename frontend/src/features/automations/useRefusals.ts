import { ApiProblem, type FieldError } from "@/api/problems";
import { useWords } from "@/i18n/useWords";
import { fieldErrorText, problemText } from "@/kit/problemText";
import { errorsBy } from "./draft";

/** What was refused, in the words of automations: by path, and of the whole. */
export function useRefusals(problem: unknown) {
  const { t } = useWords("automations");
  const one = (error: FieldError) => t(`automations.refused.${error.code}`, { defaultValue: fieldErrorText(error, t) });
  const textOf = (refused: unknown): string => {
    if (!(refused instanceof ApiProblem)) return problemText(refused, t);
    return t(`automations.refusals.${refused.code}`, { defaultValue: problemText(refused, t) });
  };
  return { errors: problem instanceof ApiProblem ? errorsBy(problem.errors, one) : {}, textOf };
}
