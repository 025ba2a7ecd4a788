import { Radio, Text } from "@mantine/core";
import type { RecordRow } from "@/api/types";
import { FieldValue } from "@/fields/FieldValue";
import { useWords } from "@/i18n/useWords";
import { type CompiledObject, nameOf } from "@/metadata/compile";
import classes from "./Merge.module.css";
import { type MergeRow, UNITED } from "./mergeState";

interface Props {
  object: CompiledObject;
  row: MergeRow;
  records: readonly RecordRow[];
  /** The record as it would be. */
  result: RecordRow | undefined;
  kept: string;
  onKeep(source: string): void;
}

/** One field: what each record holds, which of it stays, and what comes of it. */
export function MergeField({ object, row, records, result, kept, onKeep }: Props) {
  const { t, label } = useWords("records");
  const { field } = row;
  const name = label(field.label);
  const shown = (record: RecordRow | undefined) => (
    <div className={classes.value}>
      <FieldValue field={field} value={record?.[field.name]} record={record} />
    </div>
  );
  return (
    <Radio.Group
      value={kept}
      onChange={onKeep}
      label={name}
      className={classes.row}
      classNames={{ label: classes.name }}
      description={row.isFixed ? t("merge.strictest") : undefined}
    >
      <div className={classes.options}>
        {records.map((one) => (
          <Radio
            key={one.id}
            value={one.id}
            disabled={row.isFixed}
            classNames={{ body: classes.option, labelWrapper: classes.optionLabel }}
            label={
              <>
                <Text size="xs" c="dimmed">
                  {nameOf(one, object.nameField)}
                </Text>
                {shown(one)}
              </>
            }
          />
        ))}
        {row.canUnite && (
          <Radio
            value={UNITED}
            classNames={{ body: classes.option, labelWrapper: classes.optionLabel }}
            label={
              <>
                <Text size="xs" c="dimmed">
                  {t("merge.unite")}
                </Text>
                {kept === UNITED && result && shown(result)}
              </>
            }
          />
        )}
      </div>
    </Radio.Group>
  );
}
