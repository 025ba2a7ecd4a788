import { IconArrowRight } from "@tabler/icons-react";
import type { BulkPreview, FieldMeta, RecordRow } from "@/api/types";
import { FieldValue } from "@/fields/FieldValue";
import { isEmpty } from "@/fields/registry";
import { useWords } from "@/i18n/useWords";
import type { CompiledObject } from "@/metadata/compile";
import classes from "./Bulk.module.css";

interface Props {
  object: CompiledObject;
  preview: BulkPreview;
  isDelete: boolean;
}

/** The first records of an edit, as they are and as they will be. */
export function BulkSample({ object, preview, isDelete }: Props) {
  const { t } = useWords("lists");
  if (!preview.sample.length) return null;
  return (
    <section aria-label={t("bulk.preview")} className={classes.sample} tabIndex={0}>
      <table className={classes.table}>
        <caption>{t("bulk.preview")}</caption>
        <tbody>
          {preview.sample.map((record) => (
            <tr key={record.id}>
              <th scope="row">{record.name}</th>
              <td>
                {record.verdict === "refused" && <span className={classes.refused}>{record.reason}</span>}
                {record.verdict === "unchanged" && <span className={classes.quiet}>{t("bulk.unchanged")}</span>}
                {record.verdict === "changed" &&
                  !isDelete &&
                  Object.keys(record.after).map((name) => {
                    const field = object.fields.get(name);
                    return field && <Becomes key={name} field={field} before={record.before} after={record.after} />;
                  })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type Side = Record<string, unknown>;

function Becomes({ field, before, after }: { field: FieldMeta; before: Side; after: Side }) {
  const { t, label } = useWords("lists");
  const shown = (side: Side) =>
    isEmpty(field, side[field.name]) ? (
      <span className={classes.quiet}>{t("bulk.nothing")}</span>
    ) : (
      <FieldValue field={field} value={side[field.name]} record={side as RecordRow} short />
    );
  return (
    <span className={classes.becomes}>
      {shown(before)}
      <IconArrowRight size={14} role="img" aria-label={t("bulk.becomes", { field: label(field.label) })} />
      {shown(after)}
    </span>
  );
}
