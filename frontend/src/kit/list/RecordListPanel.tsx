import { Button, Divider, Group, Select, Stack, Text } from "@mantine/core";
import { IconDownload, IconLink, IconTrash } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useWords } from "@/i18n/useWords";
import { may } from "@/metadata/access";
import type { CompiledObject } from "@/metadata/compile";
import type { ListSearch } from "./listState";
import { RecordListColumnPicker } from "./RecordListColumnPicker";
import { useColumnWidths } from "./RecordListColumns";
import { groupable } from "./RecordListGroups";
import classes from "./RecordListPanel.module.css";

interface Props {
  object: CompiledObject;
  search: ListSearch;
  onChange(search: ListSearch): void;
  onExport(): void;
  onShare(): void;
}

/** How every way out of the list is drawn. */
const ITEM = { variant: "subtle", color: "gray", justify: "flex-start", size: "sm" } as const;

export function RecordListPanel({ object, search, onChange, onExport, onShare }: Props) {
  const { t, label } = useWords();
  const widths = useColumnWidths(object);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus(), []);
  const isList = (search.layout ?? "list") === "list";
  return (
    <Stack ref={panel} gap={0} className={classes.panel} role="dialog" aria-label={t("list.optionsOf")} tabIndex={-1}>
      {isList && (
        <>
          <Select
            p="sm"
            pb="xs"
            label={t("list.groupBy")}
            placeholder={t("list.noGroups")}
            data={groupable(object).map((field) => ({ value: field.name, label: label(field.label) }))}
            value={search.group ?? null}
            clearable
            comboboxProps={{ withinPortal: false }}
            onChange={(group) => onChange({ ...search, group: group ?? undefined, q: group ? undefined : search.q })}
          />
          <Group justify="space-between" px="sm" pt="xs" mih={32}>
            <Text size="sm" fw={500} id="list-columns">
              {t("list.columns")}
            </Text>
            {search.columns && (
              <Button
                size="compact-xs"
                variant="subtle"
                onClick={() => {
                  widths.reset();
                  onChange({ ...search, columns: undefined });
                }}
              >
                {t("list.columnsReset")}
              </Button>
            )}
          </Group>
          <RecordListColumnPicker
            object={object}
            search={search}
            onChange={(columns) => onChange({ ...search, columns })}
          />
          <Divider />
        </>
      )}
      <Stack gap={2} p={6}>
        {may(object.permissions, "export") && (
          <>
            <Button {...ITEM} leftSection={<IconDownload size={16} />} onClick={onExport}>
              {t("list.export")}
            </Button>
            <Button {...ITEM} leftSection={<IconLink size={16} />} onClick={onShare}>
              {t("list.share")}
            </Button>
          </>
        )}
        {may(object.permissions, "delete") && (
          <Button
            {...ITEM}
            leftSection={<IconTrash size={16} />}
            renderRoot={(props) => <Link {...props} to="/trash" search={{ object: object.plural }} />}
          >
            {t("list.trash")}
          </Button>
        )}
      </Stack>
    </Stack>
  );
}
