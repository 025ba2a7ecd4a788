import { Badge, Group, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { ImportPreviewRow } from "@/api/types";
import { FieldValue } from "@/fields/FieldValue";
import { isEmpty } from "@/fields/registry";
import { useWords } from "@/i18n/useWords";
import type { CompiledObject } from "@/metadata/compile";
import classes from "./Import.module.css";

interface Props {
  rows: readonly ImportPreviewRow[];
  objects: Map<string, CompiledObject>;
}

/** The first rows as they would land, with what is wrong in them. */
export function PreviewTable({ rows, objects }: Props) {
  const { t, i18n, label } = useWords();
  const columns = columnsOf(rows, objects);
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
                <Group gap={4} wrap="nowrap">
                  {row.records.map((record) => {
                    const key = `import.action.${record.action ?? "create"}`;
                    return (
                      <Badge key={record.object} color={record.action === "update" ? "gray" : "albahaca"} size="sm">
                        {t("import.landing", {
                          action: i18n.exists(key) ? t(key) : record.action,
                          name: label(objects.get(record.object)?.label),
                        })}
                      </Badge>
                    );
                  })}
                </Group>
                {row.problems.map((problem) => (
                  <Text key={`${problem.column}${problem.message}`} size="xs" className={classes.problem}>
                    <IconAlertTriangle size={11} aria-hidden />{" "}
                    {problem.code && i18n.exists(`fieldErrors.${problem.code}`)
                      ? t(`fieldErrors.${problem.code}`)
                      : problem.message}
                  </Text>
                ))}
              </td>
              {columns.map(({ object, field }) => {
                const value = row.records.find((record) => record.object === object.plural)?.values[field.name];
                return (
                  <td key={`${object.plural}.${field.name}`}>
                    {!isEmpty(field, value) && <FieldValue field={field} value={value} short />}
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

function columnsOf(rows: readonly ImportPreviewRow[], objects: Map<string, CompiledObject>) {
  return [...objects.values()].flatMap((object) => {
    const filled = new Set(
      rows.flatMap((row) =>
        row.records
          .filter((record) => record.object === object.plural)
          .flatMap((record) => Object.keys(record.values).filter((name) => record.values[name] != null)),
      ),
    );
    return [...object.fields.values()]
      .filter((field) => filled.has(field.name) && field.type !== "link" && field.type !== "person_name")
      .map((field) => ({ object, field }));
  });
}
