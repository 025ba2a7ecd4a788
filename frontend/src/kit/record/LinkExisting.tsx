import { Button, Popover, Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconLink } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useMe } from "@/api/me";
import { useSearch } from "@/api/records";
import type { FieldMeta, RecordRow } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { may } from "@/metadata/access";
import { type CompiledObject, isEditable, nameOf } from "@/metadata/compile";
import { showProblem } from "../notices";
import { useChange } from "../useChange";
import { withLink } from "./links";

interface Props {
  other: CompiledObject;
  link: FieldMeta;
  record: RecordRow;
  linked: readonly RecordRow[];
}

/** Adds a record that is there already to a related list. */
export function LinkExisting({ other, link, record, linked }: Props) {
  const { t, inner } = useWords("records");
  const { user } = useMe();
  const client = useQueryClient();
  const change = useChange(other);
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const [q] = useDebouncedValue(typed.trim(), 180);
  const found = useSearch(other.plural, q, isOpen, 10);
  if (!isEditable(link) || !may(other.permissions, "update")) return null;
  const known = new Set(linked.map((one) => one.id));
  const offered = (found.data?.items ?? []).filter(
    (one) => !known.has(one.id) && may(other.permissions, "update", one, user.id),
  );
  const pick = async (id: string | null) => {
    const chosen = offered.find((one) => one.id === id);
    if (!chosen) return;
    setOpen(false);
    setTyped("");
    try {
      const name = nameOf(chosen, other.nameField);
      await change(chosen, { [link.name]: withLink(link, chosen, record.id) }, t("related.linked", { name }));
      client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[2] === "related" });
    } catch (problem) {
      showProblem(problem);
    }
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={300} trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconLink size={14} />}
          onClick={() => setOpen((before) => !before)}
        >
          {t("related.link")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Select
          data-autofocus
          label={t("related.linkWhich", { name: inner(other.label) })}
          placeholder={t("fields.search")}
          comboboxProps={{ withinPortal: false }}
          data={offered.map((one) => ({ value: one.id, label: nameOf(one, other.nameField) }))}
          value={null}
          searchable
          filter={({ options }) => options}
          searchValue={typed}
          onSearchChange={setTyped}
          nothingFoundMessage={found.isFetching ? t("fields.searching") : t("fields.nothingFound")}
          onChange={pick}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
