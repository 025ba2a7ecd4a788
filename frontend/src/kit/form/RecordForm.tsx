import { Alert, Button, Stack } from "@mantine/core";
import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from "react";
import { useMe } from "@/api/me";
import type { FieldMeta, RecordRow, Values } from "@/api/types";
import { kitOf } from "@/fields/registry";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { showProblem } from "@/kit/notices";
import { errorTexts } from "@/kit/problemText";
import { noticeOfForms } from "@/kit/slots";
import { type CompiledObject, isEditable } from "@/metadata/compile";
import { FormFields } from "./FormFields";
import { FormFoot } from "./FormFoot";
import { useFormFrame } from "./formFrame";
import classes from "./RecordForm.module.css";
import { startingValues, useDraft } from "./useDraft";
import { useKeptDraft } from "./useKeptDraft";

/** What happens once a form has saved and let go of its draft; nothing when the person thought better of it. */
export type AfterSave = (() => void) | undefined;

interface Props {
  object: CompiledObject;
  /** Absent: a new record. */
  record?: RecordRow;
  given?: Values;
  submitLabel: string;
  /** Saves; `again` when the person wants to go on with another record. */
  onSubmit(values: Values, again: boolean): Promise<AfterSave>;
  onCancel(): void;
  /** Offers to save and begin another. */
  mayRepeat?: boolean;
}

const FEW = 8;

/** A form drawn from metadata. A new record first asks little; the rest is one click away. */
export function RecordForm({ object, record, given, submitLabel, onSubmit, onCancel, mayRepeat = false }: Props) {
  const { t, label } = useWords();
  const formats = useFormats();
  const { user, tenant } = useMe();
  const [isQuick, setQuick] = useState(!record);
  const [isBusy, setBusy] = useState(false);
  const [strays, setStrays] = useState<string[]>([]);
  const element = useRef<HTMLFormElement>(null);
  const formId = useId();
  const all = object.sections.flatMap((section) => section.fields).filter(isEditable);
  const fields = isQuick ? withGiven(object, given) : all;
  const own = object.fields.has("owner") ? { owner: user.id } : {};
  const draft = useDraft(record ?? startingValues(object.fields.values(), { ...own, ...given }));
  const place = record?.id ?? `new ${JSON.stringify(given ?? {})}`;
  const kept = useKeptDraft([tenant.id, user.id, object.plural, place].join(" "), draft);
  const frame = useFormFrame(kept.form, !isQuick && (all.length > FEW || all.some((field) => kitOf(field).isWide)));
  const Notice = noticeOfForms();

  const toRefused = () =>
    setTimeout(() => {
      const refused = element.current?.querySelector("[data-refused]");
      const input =
        refused?.querySelector<HTMLElement>("[aria-invalid=true]") ??
        refused?.querySelector<HTMLElement>("input, textarea, select, [contenteditable=true], button");
      refused?.scrollIntoView({ block: "center" });
      input?.focus();
    });

  const refuse = (problem: unknown) => {
    const errors = errorTexts(problem, t);
    draft.setErrors(errors);
    const has = (list: readonly FieldMeta[], path: string) => list.some((field) => field.name === path.split(".")[0]);
    const paths = Object.keys(errors);
    setStrays(
      paths
        .filter((path) => !path.includes(".") && !has(all, path) && !has(fields, path))
        .map((path) => [label(object.fields.get(path)?.label) || path, errors[path]].join(": ")),
    );
    if (!paths.length) showProblem(problem);
    if (isQuick && paths.some((path) => !has(fields, path) && has(all, path))) setQuick(false);
    toRefused();
  };

  const save = async (again: boolean) => {
    if (isBusy) return;
    setStrays([]);
    if (!draft.isComplete(fields)) return toRefused();
    setBusy(true);
    try {
      const after = await onSubmit(
        draft.toSend(record ? fields : [...object.fields.values()].filter(isEditable), record),
        again,
      );
      if (!after) return;
      kept.form.discard();
      after();
    } catch (problem) {
      refuse(problem);
    } finally {
      setBusy(false);
    }
  };

  const keys = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    save(mayRepeat && event.shiftKey);
  };
  const refused = new Set(Object.keys(draft.errors).map((path) => path.split(".")[0])).size - strays.length;

  return (
    <form
      ref={element}
      id={formId}
      noValidate
      aria-label={submitLabel}
      onKeyDown={keys}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        save(false);
      }}
    >
      <Stack gap="md" pb="md">
        {kept.recovered !== null && (
          <div className={classes.recovered} role="status">
            {t("form.recovered", { when: formats.ago(new Date(kept.recovered).toISOString()) })}
            <Button variant="subtle" size="compact-sm" onClick={kept.form.restart}>
              {t("form.restart")}
            </Button>
          </div>
        )}
        {strays.length > 0 && (
          <Alert color="pimenton" role="alert">
            {strays.join(" · ")}
          </Alert>
        )}
        {Notice && <Notice object={object} values={draft.values} record={record} />}
        <FormFields
          object={object}
          draft={draft}
          record={record}
          few={isQuick ? fields : null}
          onMore={all.length > fields.length ? () => setQuick(false) : null}
        />
      </Stack>
      <FormFoot
        submitLabel={submitLabel}
        isBusy={isBusy}
        refused={refused}
        onRefused={toRefused}
        onCancel={frame?.leave ?? onCancel}
        onAgain={mayRepeat ? () => save(true) : undefined}
      />
    </form>
  );
}

/** The quick fields, and those that the place already filled in, so that nothing is set unseen. */
function withGiven(object: CompiledObject, given: Values = {}): FieldMeta[] {
  const known = Object.keys(given).flatMap((name) => object.fields.get(name) ?? []);
  return [...new Set([...object.quick, ...known.filter(isEditable)])];
}
