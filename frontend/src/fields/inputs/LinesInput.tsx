import { ActionIcon, Button, Table } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import type { FieldMeta } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import type { InputProps, LineValue } from "../kit";
import { hasValues } from "../lines";
import { kitOf } from "../registry";
import { GroupInput } from "./GroupInput";

export function LinesInput({ field, value, onChange, label, error, errors, record }: InputProps<LineValue[]>) {
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
