import type { RecordRow } from "@/api/types";
import { FieldValue } from "@/fields/FieldValue";
import { isEmpty, kitOf } from "@/fields/registry";
import { useWords } from "@/i18n/useWords";
import type { CompiledObject } from "@/metadata/compile";
import { recordBands } from "../slots";
import classes from "./RecordHead.module.css";
import { StagePath, stepsOf } from "./StagePath";

const MOST_FACTS = 5;
const HEAVY = new Set(["long_text", "rich_text", "lines", "address", "file", "tags"]);

const WHEN = new Set(["created_at", "updated_at"]);

/** What one wants to know of a record at a glance: the columns of its list that say something. */
export function factsOf(object: CompiledObject, record: RecordRow) {
  const steps = stepsOf(object.board, record);
  const owner = object.fields.get("owner");
  const named = object.columns.filter(
    (field) => field.name !== object.nameField && !(steps.length && field.name === object.board?.by.name),
  );
  return [...new Set([...named, ...(owner ? [owner] : [])])]
    .filter((field) => !WHEN.has(field.name) && !field.hidden && !HEAVY.has(field.type) && !kitOf(field).isWide)
    .filter((field) => !isEmpty(field, record[field.name]))
    .slice(0, MOST_FACTS);
}

interface Props {
  object: CompiledObject;
  record: RecordRow;
  mayEdit: boolean;
}

/** The head of a record page below its name: where it stands, what matters of it, what comes next. */
export function RecordHead({ object, record, mayEdit }: Props) {
  const { t, label } = useWords();
  const steps = stepsOf(object.board, record);
  const facts = factsOf(object, record);
  return (
    <>
      {object.board && steps.length > 0 && (
        <StagePath object={object} board={object.board} record={record} steps={steps} mayEdit={mayEdit} />
      )}
      {facts.length > 0 && (
        <dl className={classes.facts} aria-label={t("record.facts")}>
          {facts.map((field) => (
            <div key={field.name} className={classes.fact}>
              <dt>{label(field.label)}</dt>
              <dd>
                <FieldValue field={field} value={record[field.name]} record={record} short />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {recordBands().map(([id, Band]) => (
        <Band key={id} object={object} record={record} />
      ))}
    </>
  );
}
