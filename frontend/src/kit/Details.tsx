import { Stack, Title } from "@mantine/core";
import { useMe } from "@/api/me";
import type { RecordRow } from "@/api/types";
import { isEmpty, kitOf } from "@/fields/registry";
import { useFormats } from "@/fields/useFormats";
import { UserName } from "@/fields/user";
import { useWords } from "@/i18n/useWords";
import { may } from "@/metadata/access";
import type { CompiledObject } from "@/metadata/compile";
import { isVisible } from "@/metadata/visible";
import classes from "./Details.module.css";
import { EditableField } from "./EditableField";

/** Every field of a record by section, editable in place. */
export function Details({ object, record }: { object: CompiledObject; record: RecordRow }) {
  const { t, label } = useWords();
  const { user } = useMe();
  const formats = useFormats();
  const mayEdit = may(object.permissions, "update", record, user.id);
  return (
    <Stack gap="lg" component="section" aria-label={t("record.details")}>
      {object.sections.map((section) => {
        const shown = section.fields.filter(
          (field) =>
            !kitOf(field).isWide &&
            isVisible(field, record) &&
            !(field.read_only && isEmpty(field, record[field.name])),
        );
        if (!shown.length) return null;
        return (
          <Stack key={section.name} gap={2}>
            <Title order={2} fz="sm" mb={4}>
              {label(section.label)}
            </Title>
            {shown.map((field) => (
              <EditableField key={field.name} object={object} field={field} record={record} mayEdit={mayEdit} />
            ))}
          </Stack>
        );
      })}
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
