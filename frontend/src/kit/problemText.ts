import type { TFunction } from "i18next";
import i18next from "i18next";
import { ApiProblem } from "@/api/problems";

/** The words of refusals come with the first of them; the few that need no server are with what is common. */
const NAMED = { ns: ["problems", "core"] };

/** What a code of the API means, when we have words for it. */
export function codeText(code: string | undefined, t: TFunction): string | undefined {
  return i18next.exists(`problems.${code}`, NAMED) ? t(`problems.${code}`, NAMED) : undefined;
}

/** What went wrong, in the reader's words; the API's own words when we have none. */
export function problemText(problem: unknown, t: TFunction): string {
  if (!(problem instanceof ApiProblem)) return t("problems.unexpected", NAMED);
  const named = codeText(problem.code, t);
  if (named) return named;
  if (problem.errors[0] && problem.errors.length === 1) return fieldErrorText(problem.errors[0], t);
  return codeText(`status${problem.status}`, t) ?? t("problems.unexpected", NAMED);
}

export function fieldErrorText(error: { code: string; message: string }, t: TFunction): string {
  const key = `fieldErrors.${error.code}`;
  return i18next.exists(key, NAMED) ? t(key, NAMED) : error.message;
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
