import { Button, Stack } from "@mantine/core";
import type { FormEvent } from "react";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { DialogFoot } from "@/kit/DialogFoot";
import { useStore } from "@/lib/store";
import { type Question, questions } from "./askFields";
import { FieldInput } from "./FieldInput";
import { useDraft } from "./useDraft";

export function AskFieldsDialog() {
  const question = useStore(questions);
  const { t, inner } = useWords();
  const first = question?.object.fields.get(question.names[0] ?? "");
  return (
    <Dialog
      opened={Boolean(question)}
      onClose={() => question?.answer(null)}
      title={first ? t("ask.title", { name: inner(first.label) }) : ""}
    >
      {question && <Questions question={question} />}
    </Dialog>
  );
}

function Questions({ question }: { question: Question }) {
  const { t } = useWords();
  const fields = question.names.flatMap((name) => {
    const field = question.object.fields.get(name);
    return field ? [{ ...field, required: true }] : [];
  });
  const draft = useDraft(question.record);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.isComplete(fields))
      question.answer(Object.fromEntries(fields.map((field) => [field.name, draft.values[field.name]])));
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {fields.map((field, place) => (
          <FieldInput
            key={field.name}
            field={field}
            value={draft.values[field.name]}
            errors={draft.errors}
            autoFocus={place === 0}
            onChange={(value) => draft.change(field.name, value)}
          />
        ))}
        <DialogFoot onClose={() => question.answer(null)}>
          <Button type="submit">{t("ask.submit")}</Button>
        </DialogFoot>
      </Stack>
    </form>
  );
}
