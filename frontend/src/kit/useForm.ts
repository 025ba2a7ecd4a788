import { type FormEvent, useState } from "react";
import { useWords } from "@/i18n/useWords";
import { errorTexts } from "@/kit/problemText";

/** A small form of our own fields: values, refusals by field, and one try at a time. */
export function useForm<T extends object>(initial: T, send: (values: T) => Promise<void>) {
  const { t } = useWords();
  const [values, setValues] = useState(initial);
  const [problem, setProblem] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const errors = errorTexts(problem, t);
  const change = (part: Partial<T>) => setValues((held) => ({ ...held, ...part }));
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setProblem(null);
    try {
      await send(values);
    } catch (reason) {
      setProblem(reason);
    } finally {
      setBusy(false);
    }
  };
  const known = Object.keys(values).some((name) => errors[name]);
  return { values, change, errors, isBusy, submit, problem: known ? null : problem };
}
