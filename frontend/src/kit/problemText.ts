import type { TFunction } from "i18next";
import i18next from "i18next";
import { ApiProblem, type FieldError } from "@/api/problems";

/** What went wrong, in the reader's words; the API's own words when we have none. */
export function problemText(problem: unknown, t: TFunction): string {
  if (!(problem instanceof ApiProblem)) return t("problems.unexpected");
  if (i18next.exists(`problems.${problem.code}`)) return t(`problems.${problem.code}`);
  if (problem.errors[0] && problem.errors.length === 1) return fieldErrorText(problem.errors[0], t);
  if (i18next.exists(`problems.status${problem.status}`)) return t(`problems.status${problem.status}`);
  return t("problems.unexpected");
}

export function fieldErrorText(error: FieldError, t: TFunction): string {
  return i18next.exists(`fieldErrors.${error.code}`) ? t(`fieldErrors.${error.code}`) : error.message;
}

/** Messages by path; a path such as `emails.0.value` also speaks for its field. */
export function errorTexts(problem: unknown, t: TFunction): Record<string, string> {
  const found: Record<string, string> = {};
  if (!(problem instanceof ApiProblem)) return found;
  for (const error of problem.errors) {
    const text = fieldErrorText(error, t);
    found[error.field] ??= text;
    const root = error.field.split(".")[0];
    if (root) found[root] ??= text;
  }
  return found;
}

/** The messages below one field: `emails.0.value` of `emails` becomes `0.value`. */
export function errorsBelow(errors: Record<string, string>, field: string): Record<string, string> {
  const prefix = `${field}.`;
  return Object.fromEntries(
    Object.entries(errors)
      .filter(([path]) => path.startsWith(prefix))
      .map(([path, text]) => [path.slice(prefix.length), text]),
  );
}
