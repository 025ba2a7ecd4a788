import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useObjects } from "@/api/objects";
import { type Found, SHORTEST_SEARCH, useFind } from "@/api/search";
import { useWords } from "@/i18n/useWords";
import type { CompiledObject } from "@/metadata/compile";
import type { About } from "./wishes";

const NONE: Found[] = [];

/** Anybody and anything that an activity can be about, found by name, phone or mail. */
export function WhoPicker(props: { object: CompiledObject; error: string | undefined; onChange(about?: About): void }) {
  const { t, label } = useWords();
  const objects = useObjects();
  const [typed, setTyped] = useState("");
  const [q] = useDebouncedValue(typed.trim(), 150);
  const plurals = [...props.object.fields.values()].flatMap((field) =>
    field.type === "link" && field.to ? [field.to] : [],
  );
  const find = useFind(q, { objects: plurals });
  const found = find.data?.items ?? NONE;
  const groups = plurals.flatMap((plural) => {
    const items = found.filter((one) => one.object === plural);
    const object = objects.find((one) => one.plural === plural);
    return items.length && object
      ? [
          {
            group: label(object.label_plural),
            items: items.map((one) => ({ value: one.id, label: one.name ?? one.id })),
          },
        ]
      : [];
  });
  const choose = (id: string | null) => {
    const one = found.find((each) => each.id === id);
    props.onChange(one ? { plural: one.object, id: one.id, name: one.name ?? "" } : undefined);
  };
  return (
    <Select
      label={t("log.who")}
      placeholder={t("log.whoHint")}
      data={groups}
      searchable
      clearable
      filter={({ options }) => options}
      error={props.error}
      nothingFoundMessage={
        q.length < SHORTEST_SEARCH ? undefined : find.isFetching ? t("fields.searching") : t("fields.nothingFound")
      }
      searchValue={typed}
      data-autofocus
      onSearchChange={setTyped}
      onChange={choose}
    />
  );
}
