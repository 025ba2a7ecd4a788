import { ActionIcon, Button, Checkbox, CloseButton, Group, Menu, Popover, Stack, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconArrowsSort, IconFilter, IconSearch } from "@tabler/icons-react";
import { type ReactNode, useEffect, useState } from "react";
import type { FieldMeta } from "@/api/types";
import { userName, useUsers } from "@/api/users";
import { useWords } from "@/i18n/useWords";
import type { CompiledObject } from "@/metadata/compile";
import { DEFAULT_SORT, type ListSearch } from "./listState";

interface Props {
  object: CompiledObject;
  search: ListSearch;
  onChange(search: ListSearch): void;
  withSort: boolean;
  /** What stands before the search. */
  children?: ReactNode;
}

export function FilterBar({ object, search, onChange, withSort, children }: Props) {
  const { t, label, inner } = useWords();
  const [typed, setTyped] = useState(search.q ?? "");
  useEffect(() => setTyped(search.q ?? ""), [search.q]);
  const ask = useDebouncedCallback((q: string) => onChange({ ...search, q: q.trim() || undefined } as ListSearch), 220);
  const chosen = object.filters.filter((field) => search.where?.[field.name]?.length);
  const [opened, setOpened] = useState<string | null>(null);
  const choose = (name: string, values: string[]) => {
    const where = { ...search.where, [name]: values };
    if (!values.length) delete where[name];
    onChange({ ...search, where: Object.keys(where).length ? where : undefined } as ListSearch);
  };
  const shown = [...new Set([...chosen, ...object.filters.filter((field) => field.name === opened)])];
  return (
    <Group gap="xs" pb="sm" role="search" aria-label={t("list.searchIn", { name: inner(object.labelPlural) })}>
      {children}
      <TextInput
        type="search"
        w={{ base: "100%", xs: 240 }}
        leftSection={<IconSearch size={16} />}
        placeholder={t("list.search")}
        aria-label={t("list.searchIn", { name: inner(object.labelPlural) })}
        value={typed}
        rightSection={
          typed ? (
            <CloseButton
              size="sm"
              aria-label={t("list.clearSearch")}
              onClick={() => {
                setTyped("");
                onChange({ ...search, q: undefined } as ListSearch);
              }}
            />
          ) : null
        }
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          ask(event.currentTarget.value);
        }}
        // A search still waiting would otherwise overtake the record that a click on a row opens.
        onBlur={() => ask.flush()}
      />
      {shown.map((field) => (
        <ChoiceFilter
          key={field.name}
          field={field}
          values={search.where?.[field.name] ?? []}
          opened={opened === field.name}
          onToggle={(open) => setOpened(open ? field.name : null)}
          onChange={(values) => choose(field.name, values)}
        />
      ))}
      {object.filters.length > shown.length && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button variant="subtle" color="gray" size="sm" leftSection={<IconFilter size={16} />}>
              {t("list.filter")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {object.filters
              .filter((field) => !shown.includes(field))
              .map((field) => (
                <Menu.Item key={field.name} onClick={() => setTimeout(() => setOpened(field.name), 60)}>
                  {label(field.label)}
                </Menu.Item>
              ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {withSort && <SortMenu object={object} search={search} onChange={onChange} />}
    </Group>
  );
}

function SortMenu({ object, search, onChange }: Omit<Props, "withSort" | "children">) {
  const { t, label } = useWords();
  const fields = [...object.fields.values()].filter((field) => field.sortable && !field.hidden);
  const current = search.sort ?? DEFAULT_SORT;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={t("list.sort")}>
          <IconArrowsSort size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {fields.flatMap((field) =>
          [field.name, `-${field.name}`].map((sort) => (
            <Menu.Item
              key={sort}
              fw={sort === current ? 600 : undefined}
              onClick={() => onChange({ ...search, sort, q: undefined } as ListSearch)}
            >
              {t(sort.startsWith("-") ? "list.descending" : "list.ascending", { name: label(field.label) })}
            </Menu.Item>
          )),
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

interface ChoiceProps {
  field: FieldMeta;
  values: string[];
  opened: boolean;
  onToggle(open: boolean): void;
  onChange(values: string[]): void;
}

function useOptions(field: FieldMeta): { value: string; label: string }[] {
  const { t, label } = useWords();
  const users = useUsers();
  if (field.type === "user") return users.map((user) => ({ value: user.id, label: userName(user) }));
  if (field.type === "boolean")
    return [
      { value: "true", label: t("fields.yes") },
      { value: "false", label: t("fields.no") },
    ];
  return (field.options ?? []).map((option) => ({ value: option.value, label: label(option.label) }));
}

function ChoiceFilter({ field, values, opened, onToggle, onChange }: ChoiceProps) {
  const { t, label } = useWords();
  const options = useOptions(field);
  const names = options.filter((option) => values.includes(option.value)).map((option) => option.label);
  const told = names.length > 2 ? t("list.chosen", { count: names.length }) : names.join(", ");
  return (
    <Popover opened={opened} onChange={onToggle} position="bottom-start" trapFocus>
      <Popover.Target>
        <Button.Group>
          <Button variant={values.length ? "light" : "default"} size="sm" onClick={() => onToggle(!opened)}>
            {told ? t("list.filterIs", { name: label(field.label), value: told }) : label(field.label)}
          </Button>
          {values.length > 0 && (
            <Button
              variant="light"
              size="sm"
              px={6}
              aria-label={t("list.clearFilter", { name: label(field.label) })}
              onClick={() => onChange([])}
            >
              <CloseButton component="span" size="xs" tabIndex={-1} aria-hidden />
            </Button>
          )}
        </Button.Group>
      </Popover.Target>
      <Popover.Dropdown p="xs">
        <div style={{ maxHeight: 300, overflowY: "auto" }}>
          <Checkbox.Group value={values} onChange={onChange} aria-label={label(field.label)}>
            <Stack gap={8} p={4}>
              {options.map((option) => (
                <Checkbox key={option.value} value={option.value} label={option.label} />
              ))}
            </Stack>
          </Checkbox.Group>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
