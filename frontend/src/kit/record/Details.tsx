import { Stack, Title } from "@mantine/core";
import { useRef, useState } from "react";
import { useMe } from "@/api/me";
import type { FieldMeta, RecordRow } from "@/api/types";
import { isEmpty, kitOf } from "@/fields/registry";
import { useFormats } from "@/fields/useFormats";
import { UserName } from "@/fields/user";
import { useWords } from "@/i18n/useWords";
import { may } from "@/metadata/access";
import type { CompiledObject } from "@/metadata/compile";
import { isVisible } from "@/metadata/visible";
import classes from "./Details.module.css";
import { EditableField } from "./EditableField";
import { EmptyFields } from "./EmptyFields";

/** One line that stands for a single line would spare nothing. */
const FEWEST_FOLDED = 2;

interface Props {
  object: CompiledObject;
  record: RecordRow;
  /** Whether fields that hold nothing stand back until they are asked for. */
  folds?: boolean;
}

/** Every field of a record by section, editable in place. */
export function Details({ object, record, folds = false }: Props) {
  const { t, label } = useWords();
  const { user } = useMe();
  const formats = useFormats();
  const mayEdit = may(object.permissions, "update", record, user.id);
  const place = useRef<HTMLDivElement>(null);
  const [isUnfolded, setUnfolded] = useState(false);
  const sections = object.sections.map((section) => ({
    ...section,
    fields: section.fields.filter(
      (field) =>
        !kitOf(field).isWide && isVisible(field, record) && !(field.read_only && isEmpty(field, record[field.name])),
    ),
  }));
  // As it was found: what is emptied here stays at hand.
  const [blank] = useState(() => {
    const empty = sections.flatMap(({ fields }) => fields.filter((field) => isEmpty(field, record[field.name])));
    return new Set(empty.map((field) => field.name));
  });
  const isFolded = folds && !isUnfolded && blank.size >= FEWEST_FOLDED;
  const isAway = (field: FieldMeta) => isFolded && blank.has(field.name) && isEmpty(field, record[field.name]);
  const away = sections.flatMap(({ fields }) => fields.filter(isAway)).length;
  const unfold = () => {
    setUnfolded(true);
    place.current?.focus();
  };
  return (
    <Stack
      ref={place}
      tabIndex={-1}
      className={classes.details}
      gap="lg"
      component="section"
      aria-label={t("record.details")}
    >
      {sections.map((section) => {
        const shown = section.fields.filter((field) => !isAway(field));
        if (!shown.length) return null;
        return (
          <Stack key={section.name} gap={2} data-print="section">
            <Title order={2} fz="sm" mb={4}>
              {label(section.label)}
            </Title>
            {shown.map((field) => (
              <EditableField key={field.name} object={object} field={field} record={record} mayEdit={mayEdit} />
            ))}
          </Stack>
        );
      })}
      {away > 0 && <EmptyFields count={away} onOpen={unfold} />}
      <p className={classes.foot}>
        {t("record.createdWhen", { when: formats.instant(record.created_at) })}{" "}
        <UserName id={record.created_by} withFace={false} />
        <br />
        {t("record.updatedWhen", { when: formats.instant(record.updated_at) })}{" "}
        <UserName id={record.updated_by} withFace={false} />
      </p>
    </Stack>
  );
}
