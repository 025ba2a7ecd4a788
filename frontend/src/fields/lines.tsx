import { Text } from "@mantine/core";
import { useWords } from "@/i18n/useWords";
import { FieldValue } from "./FieldValue";
import { inputOf } from "./inputOf";
import type { DisplayProps, FieldKit, LineValue } from "./kit";
import classes from "./lines.module.css";
import { kitOf } from "./registry";

function Display({ field, value, record, short }: DisplayProps<LineValue[]>) {
  const { t, label } = useWords();
  if (short)
    return (
      <Text span inherit>
        {t("fields.lines", { count: value.length })}
      </Text>
    );
  const columns = (field.fields ?? []).filter((column) => value.some((line) => line[column.name] != null));
  return (
    <section className={classes.scroll} tabIndex={0} aria-label={label(field.label)}>
      <table className={classes.lines}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" data-align={kitOf(column).align}>
                {label(column.label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {value.map((line, position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
            <tr key={position}>
              {columns.map((column) => (
                <td key={column.name} data-align={kitOf(column).align}>
                  <FieldValue field={column} value={line[column.name]} record={record} short />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export const hasValues = (line: LineValue) =>
  Object.values(line).some((value) => value !== null && value !== undefined);

export const lines: FieldKit<LineValue[]> = {
  display: Display,
  input: inputOf("lines"),
  commit: "button",
  isWide: true,
  isLong: true,
  width: 100,
  isEmpty: (value) => value.length === 0,
  clean: (value) => {
    const filled = value.filter(hasValues);
    return filled.length ? filled : null;
  },
};
