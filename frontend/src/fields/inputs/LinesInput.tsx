import { ActionIcon, Button, Group, Text } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { type CSSProperties, type KeyboardEvent, useRef } from "react";
import type { FieldMeta } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import type { InputProps, LineValue } from "../kit";
import { useGroupName } from "../labels";
import { lineSum, linesSum, summedColumns } from "../lineSums";
import { hasValues } from "../lines";
import { kitOf } from "../registry";
import { useFormats } from "../useFormats";
import { GroupInput } from "./GroupInput";
import classes from "./LinesInput.module.css";
import { useLinkedValues } from "./useLinkedValues";

/** Rows inside a record: a table where there is room, a card a line where there is not. */
export function LinesInput({ field, value, onChange, label, error, errors, record }: InputProps<LineValue[]>) {
  const words = useWords();
  const { t } = words;
  const group = useGroupName(field, label);
  const formats = useFormats();
  const columns = (field.fields ?? []).filter((column) => !column.read_only && !column.hidden);
  const summed = summedColumns(columns);
  const linked = useLinkedValues(columns);
  const rows = value ?? [];
  const latest = useRef(rows);
  latest.current = rows;
  const box = useRef<HTMLDivElement>(null);
  const send = (next: LineValue[]) => {
    latest.current = next;
    onChange(next.length ? next : null);
  };
  const merge = (position: number, part: LineValue) =>
    send(latest.current.map((line, i) => (i === position ? { ...line, ...part } : line)));
  const change = async (position: number, column: FieldMeta, cell: unknown) => {
    merge(position, { [column.name]: cell });
    const taken = await linked(column, cell).catch(() => ({}));
    const line = latest.current[position] ?? {};
    const empty = Object.entries(taken).filter(([name]) => line[name] === null || line[name] === undefined);
    if (empty.length && line[column.name] === cell) merge(position, Object.fromEntries(empty));
  };
  const add = () => {
    send([...rows.filter(hasValues), {}]);
    setTimeout(() => box.current?.querySelector<HTMLElement>("[data-line]:last-of-type input")?.focus());
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    if (!(event.target instanceof HTMLInputElement) || event.target.getAttribute("aria-expanded") === "true") return;
    event.preventDefault();
    add();
  };
  const below = (position: number, column: FieldMeta) => {
    const path = `${position}.${column.name}`;
    return errors?.[path] ?? Object.entries(errors ?? {}).find(([key]) => key.startsWith(`${path}.`))?.[1];
  };
  const total = summed && linesSum(rows, summed);
  return (
    <GroupInput {...group} error={error}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter in any of its inputs adds a line */}
      <div ref={box} className={classes.lines} onKeyDown={keys}>
        {rows.length > 0 && (
          <div className={classes.head} aria-hidden style={{ gridTemplateColumns: tracks(columns, summed !== null) }}>
            {columns.map((column) => (
              <Text key={column.name} size="xs" fw={500} c="dimmed" ta={kitOf(column).align}>
                {words.label(column.label)}
              </Text>
            ))}
            {summed && (
              <Text size="xs" fw={500} c="dimmed" ta="end">
                {t("fields.lineSum")}
              </Text>
            )}
          </div>
        )}
        {rows.map((line, position) => {
          const sum = summed && lineSum(line, summed);
          return (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
              key={position}
              data-line
              role="group"
              aria-label={t("fields.nthLine", { n: position + 1 })}
              className={classes.line}
              style={{ "--tracks": tracks(columns, summed !== null) } as CSSProperties}
            >
              {columns.map((column) => {
                const Cell = kitOf(column).input;
                return (
                  <div key={column.name} className={classes.cell}>
                    <Text size="xs" c="dimmed" className={classes.label} aria-hidden>
                      {words.label(column.label)}
                    </Text>
                    <Cell
                      field={column}
                      value={line[column.name] as never}
                      error={below(position, column)}
                      record={record}
                      onChange={(cell: unknown) => change(position, column, cell)}
                    />
                  </div>
                );
              })}
              {summed && (
                <Text size="sm" className={`${classes.sum} numbers`}>
                  {sum && formats.money(sum)}
                </Text>
              )}
              <ActionIcon
                variant="subtle"
                color="gray"
                size={34}
                className={classes.remove}
                aria-label={t("fields.removeNth", { n: position + 1 })}
                onClick={() => send(rows.filter((_, i) => i !== position))}
              >
                <IconX size={16} />
              </ActionIcon>
            </div>
          );
        })}
      </div>
      <Group justify="space-between">
        <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={add}>
          {t("fields.addLine")}
        </Button>
        {total && (
          <Text size="sm" fw={600} className="numbers" pe={summed ? 38 : 0}>
            {t("fields.linesSum", { sum: formats.money(total) })}
          </Text>
        )}
      </Group>
    </GroupInput>
  );
}

/** The widths of the columns: words grow, figures do not. */
function tracks(columns: readonly FieldMeta[], withSum: boolean): string {
  const widths: Partial<Record<FieldMeta["type"], string>> = {
    money: "168px",
    number: "70px",
    integer: "70px",
    percent: "76px",
  };
  const own = columns.map((column) => widths[column.type] ?? "minmax(110px, 1fr)");
  return [...own, ...(withSum ? ["84px"] : []), "34px"].join(" ");
}
