import { Alert, Button, Group, Stack } from "@mantine/core";
import { useState } from "react";
import { ApiProblem } from "@/api/problems";
import { useShareWrites } from "@/api/shares";
import { userName, useUsers } from "@/api/users";
import { useWords } from "@/i18n/useWords";
import { MentionInput } from "./MentionInput";
import { type Person, toShown, toStored } from "./mentions";
import { ProblemAlert } from "./ProblemAlert";

interface Props {
  plural: string;
  id: string;
  label: string;
  placeholder?: string;
  submitLabel: string;
  /** What it says already, when it is corrected. */
  initial?: string;
  onSend(text: string): Promise<unknown>;
  onCancel?(): void;
}

const blindOf = (problem: unknown): Person[] =>
  problem instanceof ApiProblem && problem.code === "mentioned_cannot_see" && Array.isArray(problem.extra.cannot_see)
    ? (problem.extra.cannot_see as Person[])
    : [];

/** Writes a comment or corrects one. Who is mentioned and cannot see the record gets it shared, if one says so. */
export function CommentForm({ plural, id, label, placeholder, submitLabel, initial = "", onSend, onCancel }: Props) {
  const { t, language } = useWords("records");
  const users = useUsers().map((user) => ({ id: user.id, name: userName(user) }));
  const [text, setText] = useState(() => toShown(initial, users));
  const [picked, setPicked] = useState<Person[]>(() => users.filter((one) => initial.includes(`@[${one.id}]`)));
  const [problem, setProblem] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const { share } = useShareWrites(plural, id);
  const blind = blindOf(problem);

  const send = async () => {
    if (!text.trim() || isBusy) return;
    setBusy(true);
    setProblem(null);
    try {
      await onSend(toStored(text.trim(), picked));
      setText("");
      setPicked([]);
    } catch (reason) {
      setProblem(reason);
    } finally {
      setBusy(false);
    }
  };
  const shareAndSend = async () => {
    try {
      for (const person of blind) await share.mutateAsync({ with: { user: person.id }, access: "read" });
      await send();
    } catch (reason) {
      setProblem(reason);
    }
  };
  const names = new Intl.ListFormat(language).format(blind.map(({ name }) => name));

  return (
    <Stack gap="xs">
      <MentionInput
        label={label}
        placeholder={placeholder ?? ""}
        value={text}
        autoFocus={Boolean(onCancel)}
        onChange={(next) => {
          setText(next);
          setProblem(null);
        }}
        onPick={(person) => setPicked((all) => [...all.filter((one) => one.id !== person.id), person])}
        onSend={send}
        {...(onCancel ? { onEscape: onCancel } : {})}
      />
      {blind.length > 0 ? (
        <Alert color="pimenton" role="alert">
          <Group justify="space-between">
            {t("comments.cannotSee", { names, count: blind.length })}
            <Button size="compact-sm" variant="default" loading={share.isPending} onClick={shareAndSend}>
              {t("comments.shareAndSend")}
            </Button>
          </Group>
        </Alert>
      ) : (
        <ProblemAlert problem={problem} />
      )}
      {(text.trim() || onCancel) && (
        <Group justify="flex-end" gap="xs">
          {onCancel && (
            <Button variant="default" size="compact-md" onClick={onCancel}>
              {t("actions.cancel")}
            </Button>
          )}
          <Button size="compact-md" loading={isBusy} disabled={!text.trim()} onClick={send}>
            {submitLabel}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
