import { ActionIcon, Group, Text } from "@mantine/core";
import { IconCheck, IconX } from "@tabler/icons-react";
import { type FocusEvent, type KeyboardEvent, Suspense, useRef, useState } from "react";
import { ApiProblem } from "@/api/problems";
import type { FieldMeta, RecordRow } from "@/api/types";
import { FieldValue } from "@/fields/FieldValue";
import { clean, isEmpty, kitOf } from "@/fields/registry";
import { useWords } from "@/i18n/useWords";
import { showProblem } from "@/kit/notices";
import { errorsBelow, errorTexts } from "@/kit/problemText";
import { useChange } from "@/kit/useChange";
import { type CompiledObject, isSettable } from "@/metadata/compile";
import { sameValue } from "@/metadata/sameValue";
import classes from "./EditableField.module.css";

interface Props {
  object: CompiledObject;
  field: FieldMeta;
  record: RecordRow;
  mayEdit: boolean;
  /** The label above the value, for values that need the whole width. */
  isStacked?: boolean;
}

/** A value on the record page that turns into its input: Enter saves, Esc goes back. */
export function EditableField({ object, field, record, mayEdit, isStacked = false }: Props) {
  const { t, label } = useWords();
  const [isEditing, setEditing] = useState(false);
  const name = label(field.label);
  return (
    <div
      className={classes.field}
      data-stacked={isStacked || undefined}
      data-print={isEmpty(field, record[field.name]) ? "never" : undefined}
    >
      <Text className={classes.label} size="sm" c="dimmed">
        {name}
      </Text>
      {isEditing ? (
        <Suspense fallback={<div className={classes.value} />}>
          <InPlace object={object} field={field} record={record} onDone={() => setEditing(false)} />
        </Suspense>
      ) : (
        <div className={classes.value}>
          {mayEdit && isSettable(field, record) && (
            <button
              type="button"
              className={classes.cover}
              aria-label={t("record.editField", { name })}
              onClick={() => setEditing(true)}
            />
          )}
          <div className={classes.shown}>
            <FieldValue field={field} value={record[field.name]} record={record} />
          </div>
        </div>
      )}
    </div>
  );
}

function InPlace({ object, field, record, onDone }: Omit<Props, "mayEdit" | "isStacked"> & { onDone(): void }) {
  const { t } = useWords();
  const kit = kitOf(field);
  const Input = kit.input;
  const [value, setValue] = useState<unknown>(record[field.name]);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [isBusy, setBusy] = useState(false);
  // Leaving the input while its value is being saved must not save it twice.
  const saving = useRef(false);
  const change = useChange(object);

  const save = async (next: unknown) => {
    if (saving.current) return;
    const cleaned = clean(field, next);
    if (sameValue(cleaned, record[field.name])) return onDone();
    if (field.required && cleaned === null) return setErrors({ [field.name]: t("fieldErrors.required") });
    saving.current = true;
    setBusy(true);
    const closesAtOnce = kit.commit === "change";
    if (closesAtOnce) onDone();
    try {
      await change(record, { [field.name]: cleaned });
      onDone();
    } catch (problem) {
      const found = errorTexts(problem, t);
      setErrors(found);
      if (closesAtOnce || !(problem instanceof ApiProblem) || !found[field.name]) showProblem(problem);
    } finally {
      saving.current = false;
      setBusy(false);
    }
  };

  const keys = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      onDone();
    } else if (event.key === "Enter" && (kit.commit === "leave" || event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      save(value);
    }
  };
  const left = (event: FocusEvent<HTMLDivElement>) => {
    if (event.currentTarget.contains(event.relatedTarget)) return;
    if (kit.commit === "leave") save(value);
    if (kit.commit === "change") setTimeout(onDone, 150);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to what its input lets through
    <div className={classes.editing} data-wide={kit.commit === "button" || undefined} onKeyDown={keys} onBlur={left}>
      <div className={classes.input}>
        <Input
          field={field}
          value={value as never}
          error={errors[field.name]}
          errors={errorsBelow(errors, field.name)}
          record={record}
          autoFocus
          onChange={(next: unknown) => {
            setValue(next);
            setErrors({});
            if (kit.commit === "change") save(next);
          }}
        />
      </div>
      {kit.commit === "button" && (
        <Group gap={4} justify="flex-end" mt={4}>
          <ActionIcon variant="default" size={30} aria-label={t("actions.cancel")} onClick={onDone}>
            <IconX size={16} />
          </ActionIcon>
          <ActionIcon size={30} loading={isBusy} aria-label={t("actions.save")} onClick={() => save(value)}>
            <IconCheck size={16} />
          </ActionIcon>
        </Group>
      )}
    </div>
  );
}
