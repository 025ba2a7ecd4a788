import { ActionIcon, CloseButton, Group, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconArrowsSort, IconSearch } from "@tabler/icons-react";
import { lazy, type ReactNode, useEffect, useState } from "react";
import { useWords } from "@/i18n/useWords";
import { FilterChips } from "@/kit/filters/FilterChips";
import { OnPress } from "@/kit/OnPress";
import type { CompiledObject } from "@/metadata/compile";
import { filterOf, type ListSearch } from "./listState";

const loadSort = () => import("@/kit/SortMenu");
const SortMenu = lazy(() => loadSort().then((module) => ({ default: module.SortMenu })));

interface Props {
  object: CompiledObject;
  search: ListSearch;
  onChange(search: ListSearch): void;
  withSort: boolean;
  /** What stands before the search. */
  children?: ReactNode;
  /** What stands at the end. */
  end?: ReactNode;
}

export function FilterBar({ object, search, onChange, withSort, children, end }: Props) {
  const { t, inner } = useWords();
  const [typed, setTyped] = useState(search.q ?? "");
  useEffect(() => setTyped(search.q ?? ""), [search.q]);
  const ask = useDebouncedCallback((q: string) => onChange({ ...search, q: q.trim() || undefined }), 220);
  return (
    <Group gap="xs" pb="sm" role="search" aria-label={t("list.searchIn", { name: inner(object.labelPlural) })}>
      {children}
      <TextInput
        type="search"
        flex={{ base: "1 1 180px", xs: "0 0 240px" }}
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
                onChange({ ...search, q: undefined });
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
      <FilterChips
        object={object}
        filter={filterOf(object, search)}
        onChange={(filter) => onChange({ ...search, filter })}
      />
      {withSort && (
        <OnPress
          target={
            <ActionIcon variant="subtle" color="gray" size={36} aria-label={t("list.sort")}>
              <IconArrowsSort size={18} />
            </ActionIcon>
          }
          menu={SortMenu}
          load={loadSort}
          menuProps={{ object, search, onChange }}
        />
      )}
      {end}
    </Group>
  );
}
