import { type FormEvent, useState } from "react";
import { useWords } from "@/i18n/useWords";
import { sameValue } from "@/metadata/sameValue";
import { designErrors } from "./problems";

/** A design while it is changed: what differs from before, what was wrong with it, and one try at a time. */
export function useDraft<T extends object>(initial: T, send: (draft: T) => Promise<void>) {
  const { t } = useWords("admin");
  const [draft, setDraft] = useState(initial);
  const [problem, setProblem] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const errors = designErrors(problem, t);
  const change = (part: Partial<T>) => setDraft((held) => ({ ...held, ...part }));
  const reset = (to: T = initial) => {
    setDraft(to);
    setProblem(null);
  };
  const submit = async (event?: FormEvent<HTMLFormElement>) => {
    event?.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setProblem(null);
    try {
      await send(draft);
    } catch (reason) {
      setProblem(reason);
    } finally {
      setBusy(false);
    }
  };
  return { draft, change, reset, errors, problem, isBusy, submit, isDirty: !sameValue(draft, initial) };
}
