import { Anchor, Title, VisuallyHidden } from "@mantine/core";
import { useId } from "react";
import type { FieldMeta, RecordRow } from "@/api/types";
import { kitOf } from "@/fields/registry";
import { useWords } from "@/i18n/useWords";
import { type CompiledObject, isSettable, type Section } from "@/metadata/compile";
import { isVisible } from "@/metadata/visible";
import { FieldInput } from "./FieldInput";
import classes from "./RecordForm.module.css";
import type { useDraft } from "./useDraft";

interface Props {
  object: CompiledObject;
  draft: ReturnType<typeof useDraft>;
  record: RecordRow | undefined;
  /** The few fields of a quick form; null for all of them, by section. */
  few: readonly FieldMeta[] | null;
  onMore: (() => void) | null;
}

interface GridProps extends Pick<Props, "draft" | "record"> {
  fields: readonly FieldMeta[];
  isFirst: boolean;
}

function Grid({ fields, isFirst, draft, record }: GridProps) {
  return (
    <div className={classes.fields}>
      {fields.map((field, place) => (
        <div key={field.name} className={kitOf(field).isLong ? classes.long : undefined}>
          <FieldInput
            field={field}
            value={draft.values[field.name]}
            errors={draft.errors}
            record={record}
            autoFocus={isFirst && place === 0}
            onChange={(value) => draft.change(field.name, value)}
          />
        </div>
      ))}
    </div>
  );
}

/** The inputs of a form: a few without ceremony, or all by section in as many columns as fit. */
export function FormFields({ object, draft, record, few, onMore }: Props) {
  const { t, label } = useWords();
  const id = useId();
  const isAsked = (field: FieldMeta) => isSettable(field, draft.values) && isVisible(field, draft.values);
  if (few)
    return (
      <>
        <Grid fields={few.filter(isAsked)} isFirst draft={draft} record={record} />
        {onMore && (
          <Anchor component="button" type="button" size="sm" ta="start" onClick={onMore}>
            {t("form.allFields")}
          </Anchor>
        )}
      </>
    );
  const sections = object.sections
    .map((section) => ({ ...section, fields: section.fields.filter(isAsked) }))
    .filter((section) => section.fields.length);
  return sections.map((section, place) => (
    <section key={section.name} className={classes.section} aria-labelledby={`${id}-${section.name}`}>
      <Heading id={`${id}-${section.name}`} isHidden={isSaidBelow(section)} text={label(section.label)} />
      <Grid fields={section.fields} isFirst={place === 0} draft={draft} record={record} />
    </section>
  ));
}

/** A section of one long field that bears its name needs no heading that is seen. */
function isSaidBelow({ label, fields }: Section): boolean {
  return fields.some((field) => kitOf(field).isLong && field.label.es === label.es && field.label.en === label.en);
}

function Heading({ id, isHidden, text }: { id: string; isHidden: boolean; text: string }) {
  const title = (
    <Title order={3} id={id} c="dimmed" fw={600} fz="sm" mb="sm">
      {text}
    </Title>
  );
  return isHidden ? <VisuallyHidden>{title}</VisuallyHidden> : title;
}
