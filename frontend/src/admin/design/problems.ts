/** Refusals of a design, in the reader's words; what the designer does not know, the common words say. */
import type { TFunction } from "i18next";
import { ApiProblem, type FieldError } from "@/api/problems";
import { fieldErrorText, problemText } from "@/kit/problemText";

const PLACE = /\(at character (\d+)\)$/;

function known(t: TFunction, key: string): string | undefined {
  const text = t(key, { defaultValue: "" });
  return text || undefined;
}

export function designErrorText({ field, code, message }: FieldError, t: TFunction): string {
  const root = field.split(".")[0];
  const text = known(t, `designErrors.${root}_${code}`) ?? known(t, `designErrors.${code}`);
  if (!text) return fieldErrorText({ code, message }, t);
  const at = PLACE.exec(message)?.[1];
  return at ? t("designErrors.atCharacter", { text, at }) : text;
}

/** Messages by path; a path such as `rollup.field` also speaks for its field. */
export function designErrors(problem: unknown, t: TFunction): Record<string, string> {
  const found: Record<string, string> = {};
  if (!(problem instanceof ApiProblem)) return found;
  for (const error of problem.errors) {
    const text = designErrorText(error, t);
    found[error.field] ??= text;
    const root = error.field.split(".")[0];
    if (root) found[root] ??= text;
  }
  return found;
}

/** The whole of a refusal; of things that are needed elsewhere, the API's words name them. */
export function designProblem(problem: unknown, t: TFunction): string {
  if (!(problem instanceof ApiProblem)) return problemText(problem, t);
  const text = known(t, `designProblems.${problem.code}`);
  if (text) return problem.code === "field_in_use" ? `${text} ${problem.message}` : text;
  const first = problem.errors[0];
  return first && problem.errors.length === 1 ? designErrorText(first, t) : problemText(problem, t);
}
