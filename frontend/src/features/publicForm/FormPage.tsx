import { type CSSProperties, type FormEvent, useEffect, useRef, useState } from "react";
import { ApiProblem } from "@/api/problems";
import { type PublicForm, sendForm, type Thanks, type Typed } from "./api";
import { Field } from "./Field";
import { keepHeight, leaveFor, tellFrame } from "./frame";
import classes from "./PublicForm.module.css";
import type { Words } from "./words";

interface Props {
  token: string;
  form: PublicForm;
  words: Words;
}

const CONSENT = "consent";

/** A firm's form as anybody fills it in, on a page of its own or within one of the firm's. */
export function FormPage({ token, form, words }: Props) {
  const { t } = words;
  const root = useRef<HTMLElement>(null);
  const [typed, setTyped] = useState<Typed>({});
  const [agreed, setAgreed] = useState(false);
  const [trap, setTrap] = useState("");
  const [problem, setProblem] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const [thanks, setThanks] = useState<Thanks | null>(null);
  const { fields, consent } = form;
  const errors = errorsOf(problem, words);

  useEffect(() => {
    document.title = form.firm ? `${form.title} · ${form.firm}` : form.title;
    tellFrame({ title: form.title });
    return root.current ? keepHeight(root.current) : undefined;
  }, [form]);
  useEffect(() => {
    if (problem) root.current?.querySelector<HTMLElement>("[aria-invalid=true], [role=alert]")?.focus();
    if (thanks) root.current?.querySelector<HTMLElement>("h1")?.focus();
  }, [problem, thanks]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setProblem(null);
    try {
      const answer = await sendForm(token, form, { typed, agreed, trap });
      if (answer.redirect) leaveFor(answer.redirect);
      else tellFrame({ sent: true });
      setThanks(answer);
    } catch (reason) {
      setProblem(reason);
    } finally {
      setBusy(false);
    }
  };

  const style = form.accent ? ({ "--accent": form.accent } as CSSProperties) : undefined;
  if (thanks)
    return (
      <main ref={root} className={classes.page} style={style}>
        <h1 tabIndex={-1}>{t("formPage.sent")}</h1>
        <p role="status" className={classes.words}>
          {thanks.thanks || t("formPage.thanks")}
        </p>
      </main>
    );
  const general = problem && !Object.keys(errors).length ? generalOf(problem) : null;
  return (
    <main ref={root} className={classes.page} style={style}>
      {form.firm && <p className={classes.firm}>{form.firm}</p>}
      <h1>{form.title}</h1>
      <form onSubmit={submit} noValidate className={classes.fields}>
        {general && (
          <p role="alert" tabIndex={-1} className={classes.problem}>
            {t(general)}
          </p>
        )}
        {fields.map((field) => (
          <Field
            key={field.name}
            field={field}
            value={typed[field.name]}
            error={errors[field.name]}
            words={words}
            onChange={(value) => setTyped((held) => ({ ...held, [field.name]: value }))}
          />
        ))}
        {consent && (
          <div>
            <label className={classes.tick}>
              <input
                type="checkbox"
                checked={agreed}
                aria-invalid={CONSENT in errors}
                aria-describedby={CONSENT in errors ? "consent-error" : undefined}
                onChange={(event) => setAgreed(event.currentTarget.checked)}
              />
              <span className={classes.words}>
                {consent.text}
                {consent.required && <span aria-hidden="true"> *</span>}
              </span>
            </label>
            {CONSENT in errors && (
              <p id="consent-error" className={classes.error}>
                {t("formPage.consentNeeded")}
              </p>
            )}
          </div>
        )}
        <div className={classes.trap} aria-hidden="true">
          <label>
            {t("formPage.trap")}
            <input
              name={form.trap}
              tabIndex={-1}
              autoComplete="off"
              value={trap}
              onChange={(event) => setTrap(event.currentTarget.value)}
            />
          </label>
        </div>
        <button type="submit" className={classes.send} aria-disabled={isBusy}>
          {t(isBusy ? "formPage.sending" : "formPage.send")}
        </button>
      </form>
    </main>
  );
}

/** What was refused, by field, in the form's own language. */
function errorsOf(problem: unknown, { t, has }: Words): Record<string, string> {
  if (!(problem instanceof ApiProblem)) return {};
  return Object.fromEntries(
    problem.errors.map(({ field, code }) => [
      field.replace(/^values\./, "").split(".")[0] ?? "",
      t(has(`formPage.${code}`) ? `formPage.${code}` : "formPage.wrong"),
    ]),
  );
}

function generalOf(problem: unknown): string {
  const status = problem instanceof ApiProblem ? problem.status : 500;
  if (status === 429) return "formPage.tooOften";
  return status === 404 ? "formPage.goneText" : "formPage.notSent";
}
