import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useObjects } from "@/api/objects";
import { SHORTEST_SEARCH, useFind } from "@/api/search";
import { useWords } from "@/i18n/useWords";

export interface Picked {
  plural: string;
  id: string;
  name: string;
}

interface Props {
  label: string;
  placeholder: string;
  /** The objects to look in; all when absent. */
  objects?: readonly string[];
  required?: boolean;
  value: Picked | null;
  onChange(picked: Picked | null): void;
}

const PAUSE = 200;

/** Finds a record of any object by the words that people know it by. */
export function RecordSearch({ label, placeholder, objects, required = false, value, onChange }: Props) {
  const { t, label: words } = useWords();
  const known = useObjects();
  const [typed, setTyped] = useState("");
  const [q] = useDebouncedValue(typed.trim(), PAUSE);
  const found = useFind(q, objects ? { objects, limit: 12 } : { limit: 12 });
  const items = q.length >= SHORTEST_SEARCH ? (found.data?.items ?? []) : [];
  const options = items.map((item) => {
    const object = known.find((one) => one.plural === item.object);
    return { value: `${item.object}/${item.id}`, label: `${item.name ?? item.id} · ${words(object?.label)}` };
  });
  const chosen = value ? { value: `${value.plural}/${value.id}`, label: value.name } : null;
  return (
    <Select
      label={label}
      placeholder={placeholder}
      required={required}
      searchable
      clearable
      clearButtonProps={{ "aria-label": t("actions.clear") }}
      nothingFoundMessage={q.length >= SHORTEST_SEARCH && found.isSuccess ? t("search.nothingFound") : null}
      filter={({ options: all }) => all}
      data={chosen && !options.some((one) => one.value === chosen.value) ? [chosen, ...options] : options}
      value={chosen?.value ?? null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(key) => {
        const item = items.find((one) => `${one.object}/${one.id}` === key);
        onChange(item ? { plural: item.object, id: item.id, name: item.name ?? item.id } : null);
      }}
    />
  );
}
