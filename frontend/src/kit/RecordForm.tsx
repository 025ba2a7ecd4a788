import { Anchor, Box, Button, Divider, Group, Stack, Title } from "@mantine/core";
import { type FormEvent, useId, useRef, useState } from "react";
import { useMe } from "@/api/me";
import { ApiProblem } from "@/api/problems";
import type { FieldMeta, RecordRow, Values } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { type CompiledObject, isEditable } from "@/metadata/compile";
import { isVisible } from "@/metadata/visible";
import { FieldInput } from "./FieldInput";
import { showProblem } from "./notices";
import { errorTexts } from "./problemText";
import { startingValues, useDraft } from "./useDraft";

interface Props {
  object: CompiledObject;
  /** Absent: a new record. */
  record?: RecordRow;
  given?: Values;
  submitLabel: string;
  onSubmit(values: Values): Promise<void>;
  onCancel(): void;
}

/** A form drawn from metadata. A new record first asks little; the rest is one click away. */
export function RecordForm({ object, record, given, submitLabel, onSubmit, onCancel }: Props) {
  const { t, label } = useWords();
  const { user } = useMe();
  const [isQuick, setQuick] = useState(!record);
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const formId = useId();
  const all = object.sections.flatMap((section) => section.fields).filter(isEditable);
  const fields = isQuick ? withGiven(object, given) : all;
  const own = object.fields.has("owner") ? { owner: user.id } : {};
  const draft = useDraft(record ?? startingValues(object.fields.values(), { ...own, ...given }));

  const focusFirstError = () =>
    setTimeout(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true], [data-error]")?.focus());

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    if (!draft.isComplete(fields)) return focusFirstError();
    setBusy(true);
    try {
      await onSubmit(draft.toSend(record ? fields : [...object.fields.values()].filter(isEditable), record));
    } catch (problem) {
      const errors = errorTexts(problem, t);
      draft.setErrors(errors);
      if (problem instanceof ApiProblem && !Object.keys(errors).length) showProblem(problem);
      if (isQuick && Object.keys(errors).some((path) => !fields.some((field) => path.startsWith(field.name))))
        setQuick(false);
      focusFirstError();
    } finally {
      setBusy(false);
    }
  };

  const isAsked = (field: FieldMeta) => isVisible(field, draft.values);

  const input = (field: FieldMeta, isFirst: boolean) => (
    <FieldInput
      key={field.name}
      field={field}
      value={draft.values[field.name]}
      errors={draft.errors}
      record={record}
      autoFocus={isFirst}
      onChange={(value) => draft.change(field.name, value)}
    />
  );

  return (
    <form ref={form} id={formId} onSubmit={submit} noValidate aria-label={submitLabel}>
      <Stack gap="md" pb="md">
        {isQuick
          ? fields.filter(isAsked).map((field, place) => input(field, place === 0))
          : object.sections.map((section, place) => {
              const own = section.fields.filter(isEditable).filter(isAsked);
              if (!own.length) return null;
              return (
                <Stack key={section.name} gap="sm">
                  {place > 0 && <Divider />}
                  <Title order={3} c="dimmed" fw={600} fz="sm">
                    {label(section.label)}
                  </Title>
                  {own.map((field, position) => input(field, place === 0 && position === 0))}
                </Stack>
              );
            })}
        {isQuick && all.length > fields.length && (
          <Anchor component="button" type="button" size="sm" ta="start" onClick={() => setQuick(false)}>
            {t("form.allFields")}
          </Anchor>
        )}
      </Stack>
      <Box
        pos="sticky"
        bottom={0}
        py="sm"
        mx="calc(var(--mantine-spacing-md) * -1)"
        px="md"
        style={{ background: "var(--surface)", borderTop: "1px solid var(--line)", zIndex: 3 }}
      >
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t("actions.cancel")}
          </Button>
          <Button type="submit" loading={isBusy}>
            {submitLabel}
          </Button>
        </Group>
      </Box>
    </form>
  );
}

/** The quick fields, and those that the place already filled in, so that nothing is set unseen. */
function withGiven(object: CompiledObject, given: Values = {}): FieldMeta[] {
  const known = Object.keys(given).flatMap((name) => object.fields.get(name) ?? []);
  return [...new Set([...object.quick, ...known.filter(isEditable)])];
}
