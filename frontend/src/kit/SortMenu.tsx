import { Menu } from "@mantine/core";
import type { ReactElement } from "react";
import { useWords } from "@/i18n/useWords";
import { type ListSearch, sortOf } from "@/kit/list/listState";
import type { CompiledObject } from "@/metadata/compile";
import { PressedMenu } from "./PressedMenu";

interface Props {
  target: ReactElement;
  object: CompiledObject;
  search: ListSearch;
  onChange(search: ListSearch): void;
}

/** The orders of a list, where there are no heads of columns to press. */
export function SortMenu({ target, object, search, onChange }: Props) {
  const { t, label } = useWords();
  const fields = [...object.fields.values()].filter((field) => field.sortable && !field.hidden);
  const current = sortOf(object, search);
  return (
    <PressedMenu position="bottom-end" target={target}>
      <Menu.Dropdown>
        <div role="group" tabIndex={0} aria-label={t("list.sort")} style={{ maxHeight: 420, overflowY: "auto" }}>
          {fields.flatMap((field) =>
            [field.name, `-${field.name}`].map((sort) => (
              <Menu.Item
                key={sort}
                fw={sort === current ? 600 : undefined}
                onClick={() => onChange({ ...search, sort, q: undefined })}
              >
                {t(sort.startsWith("-") ? "list.descending" : "list.ascending", { name: label(field.label) })}
              </Menu.Item>
            )),
          )}
        </div>
      </Menu.Dropdown>
    </PressedMenu>
  );
}
