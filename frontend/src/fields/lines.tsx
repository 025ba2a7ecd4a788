import { ActionIcon, Button, Table, Text } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import type { FieldMeta } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { FieldValue } from "./FieldValue";
import { GroupInput } from "./GroupInput";
import type { DisplayProps, FieldKit, InputProps, LineValue } from "./kit";
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
    <Table.ScrollContainer minWidth={columns.length * 90} type="native">
      <Table withRowBorders verticalSpacing={4} fz="sm" aria-label={label(field.label)}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column.name} ta={kitOf(column).align}>
                {label(column.label)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {value.map((line, position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
            <Table.Tr key={position}>
              {columns.map((column) => (
                <Table.Td key={column.name} ta={kitOf(column).align}>
                  <FieldValue field={column} value={line[column.name]} record={record} short />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

const hasValues = (line: LineValue) => Object.values(line).some((value) => value !== null && value !== undefined);

function Input({ field, value, onChange, label, error, errors, record }: InputProps<LineValue[]>) {
  const words = useWords();
  const columns = (field.fields ?? []).filter((column) => !column.read_only && !column.hidden);
  const rows = value ?? [];
  const name = label ?? words.label(field.label);
  const change = (position: number, column: FieldMeta, cell: unknown) =>
    onChange(rows.map((line, i) => (i === position ? { ...line, [column.name]: cell } : line)));
  const below = (position: number, column: FieldMeta) => {
    const path = `${position}.${column.name}`;
    return errors?.[path] ?? Object.entries(errors ?? {}).find(([key]) => key.startsWith(`${path}.`))?.[1];
  };
  return (
    <GroupInput label={label} name={name} required={field.required} error={error}>
      {rows.length > 0 && (
        <Table.ScrollContainer minWidth={columns.length * 130} type="native">
          <Table verticalSpacing={4} horizontalSpacing={4} withRowBorders={false} aria-label={name}>
            <Table.Thead>
              <Table.Tr>
                {columns.map((column) => (
                  <Table.Th key={column.name} fz="xs" fw={500} miw={kitOf(column).width}>
                    {words.label(column.label)}
                  </Table.Th>
                ))}
                <Table.Th w={36} aria-label={words.t("fields.remove")} />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((line, position) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
                <Table.Tr key={position}>
                  {columns.map((column) => {
                    const Cell = kitOf(column).input;
                    return (
                      <Table.Td key={column.name} valign="top">
                        <Cell
                          field={column}
                          value={line[column.name] as never}
                          error={below(position, column)}
                          record={record}
                          onChange={(cell: unknown) => change(position, column, cell)}
                        />
                      </Table.Td>
                    );
                  })}
                  <Table.Td valign="top">
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={34}
                      aria-label={words.t("fields.removeNth", { n: position + 1 })}
                      onClick={() => {
                        const rest = rows.filter((_, i) => i !== position);
                        onChange(rest.length ? rest : null);
                      }}
                    >
                      <IconX size={16} />
                    </ActionIcon>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={14} />}
        style={{ alignSelf: "flex-start" }}
        onClick={() => onChange([...rows.filter(hasValues), {}])}
      >
        {words.t("fields.addLine")}
      </Button>
    </GroupInput>
  );
}

export const lines: FieldKit<LineValue[]> = {
  display: Display,
  input: Input,
  commit: "button",
  width: 100,
  isEmpty: (value) => value.length === 0,
  clean: (value) => {
    const filled = value.filter(hasValues);
    return filled.length ? filled : null;
  },
};
