import { Badge, Group, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { FieldMeta, ImportColumn, ImportPreviewRow } from "@/api/types";
import { FieldValue } from "@/fields/FieldValue";
import { isEmpty } from "@/fields/registry";
import { useWords } from "@/i18n/useWords";
import { fieldErrorText } from "@/kit/problemText";
import type { CompiledObject } from "@/metadata/compile";
import classes from "./Import.module.css";

type CellProblem = ImportPreviewRow["problems"][number];

interface Props {
  rows: readonly ImportPreviewRow[];
  mapping: readonly ImportColumn[];
  objects: Map<string, CompiledObject>;
}

interface Column {
  object: CompiledObject;
  field: FieldMeta;
}

/** The first rows as they would land, each with what is wrong in the very cell where it is wrong. */
export function PreviewTable({ rows, mapping, objects }: Props) {
  const { t, label } = useWords("imports");
  const columns = columnsOf(rows, mapping, objects);
  const placeOf = (problem: CellProblem) => {
    const target = mapping.find((one) => one.column === problem.column)?.target;
    return target ? `${target.object}.${target.field}` : "";
  };
  const shown = new Set(columns.map(({ object, field }) => `${object.plural}.${field.name}`));
  return (
    <section className={classes.scroll} tabIndex={0} aria-label={t("import.preview")}>
      <table className={classes.preview}>
        <thead>
          <tr>
            <th scope="col">{t("import.row")}</th>
            <th scope="col">{t("import.lands")}</th>
            {columns.map(({ object, field }) => (
              <th key={`${object.plural}.${field.name}`} scope="col">
                {objects.size > 1 ? `${label(object.label)}: ${label(field.label)}` : label(field.label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row}>
              <td className="numbers">{row.row}</td>
              <td>
                {row.records.length > 0 ? (
                  <Landings row={row} objects={objects} />
                ) : (
                  <Badge color="pimenton" size="sm">
                    {t("import.action.none")}
                  </Badge>
                )}
                {row.problems
                  .filter((problem) => !shown.has(placeOf(problem)))
                  .map((problem) => (
                    <Wrong key={`${problem.column}${problem.message}`} problem={problem} />
                  ))}
              </td>
              {columns.map(({ object, field }) => {
                const place = `${object.plural}.${field.name}`;
                const value = row.records.find((record) => record.object === object.plural)?.values[field.name];
                const wrong = row.problems.filter((problem) => placeOf(problem) === place);
                return (
                  <td key={place} data-wrong={wrong.length > 0 || undefined}>
                    {!isEmpty(field, value) && <FieldValue field={field} value={value} short />}
                    {wrong.map((problem) => (
                      <Wrong key={problem.message} problem={problem} />
                    ))}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Landings({ row, objects }: { row: ImportPreviewRow; objects: Map<string, CompiledObject> }) {
  const { t, has, inner } = useWords("imports");
  return (
    <Group gap={4} wrap="nowrap">
      {row.records.map((record) => {
        const key = `import.action.${record.action ?? "create"}`;
        return (
          <Badge key={record.object} color={record.action === "update" ? "gray" : "albahaca"} size="sm">
            {t("import.landing", {
              action: has(key) ? t(key) : record.action,
              name: inner(objects.get(record.object)?.label),
            })}
          </Badge>
        );
      })}
    </Group>
  );
}

function Wrong({ problem }: { problem: CellProblem }) {
  const { t } = useWords("problems");
  const said = /“(.+?)”/.exec(problem.message)?.[1];
  return (
    <Text size="xs" className={classes.problem}>
      {said && <span className={classes.said}>{said}</span>}
      <IconAlertTriangle size={11} aria-hidden /> {fieldErrorText(problem, t)}
    </Text>
  );
}

function columnsOf(
  rows: readonly ImportPreviewRow[],
  mapping: readonly ImportColumn[],
  objects: Map<string, CompiledObject>,
): Column[] {
  const led = new Set(mapping.flatMap(({ target }) => (target ? `${target.object}.${target.field}` : [])));
  const troubled = new Set(rows.flatMap((row) => row.problems.map((problem) => problem.column)));
  const wrong = new Set(
    mapping.flatMap(({ column, target }) => (target && troubled.has(column) ? `${target.object}.${target.field}` : [])),
  );
  return [...objects.values()].flatMap((object) => {
    const filled = new Set(
      rows.flatMap((row) =>
        row.records
          .filter((record) => record.object === object.plural)
          .flatMap((record) => Object.keys(record.values).filter((name) => record.values[name] != null)),
      ),
    );
    const fields = [...object.fields.values()];
    const isLed = (name: string) => led.has(`${object.plural}.${name}`);
    const ofWhole = new Set(fields.flatMap((field) => (isLed(field.name) ? (field.parts ?? []) : [])));
    return fields
      .filter((field) => isLed(field.name) || ofWhole.has(field.name))
      .filter((field) => filled.has(field.name) || wrong.has(`${object.plural}.${field.name}`))
      .filter((field) => field.type !== "link" && field.type !== "person_name")
      .map((field) => ({ object, field }));
  });
}
