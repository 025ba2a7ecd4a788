import { MultiSelect, Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useMaybeObject } from "@/api/objects";
import { useSearch } from "@/api/records";
import type { FieldMeta, LinkRef, RecordRow } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { nameOf } from "@/metadata/compile";
import type { InputProps, LinkValue } from "../kit";
import { useInputName } from "../labels";
import { pairsOf, remember, useLinkRef, useTarget } from "../linkNames";
import { LinkPairsInput } from "./LinkPairsInput";

/** Options for a picker while somebody types: what matches, and what is chosen already. */
function useLinkOptions(field: FieldMeta, chosen: readonly LinkRef[]) {
  const target = useTarget(field);
  const meta = useMaybeObject(target?.plural);
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState(false);
  const [q] = useDebouncedValue(typed.trim(), 180);
  const wanted = chosen.some((ref) => ref.name === q) ? "" : q;
  const found = useSearch(target?.plural, wanted, open, 10);
  const refs: LinkRef[] = (found.data?.items ?? []).map((record) => ({
    id: record.id,
    plural: target?.plural ?? "",
    name: nameOf(record, meta?.nameField ?? "name"),
  }));
  remember(refs);
  const all = [...new Map([...chosen, ...refs].map((ref) => [ref.id, ref])).values()];
  return {
    typed,
    setTyped,
    setOpen,
    loading: open && found.isFetching,
    data: all.map((ref) => ({ value: ref.id, label: ref.name })),
  };
}

function useChosen(field: FieldMeta, value: LinkValue | null | undefined, record: RecordRow | undefined): LinkRef[] {
  const known = record?.links?.[field.name] ?? [];
  remember(known);
  const first = useLinkRef(field, pairsOf(value)[0]?.id ?? "", record);
  const ids = new Set(pairsOf(value).map((pair) => pair.id));
  const refs = first && ids.has(first.id) ? [first, ...known] : known;
  return [...new Map(refs.filter((ref) => ids.has(ref.id)).map((ref) => [ref.id, ref])).values()];
}

export function OneLinkInput({ field, value, onChange, label, error, record, autoFocus }: InputProps<LinkValue>) {
  const { t } = useWords();
  const name = useInputName(field, label);
  const options = useLinkOptions(field, useChosen(field, value, record));
  return (
    <Select
      {...name}
      data={options.data}
      value={pairsOf(value)[0]?.id ?? null}
      error={error}
      searchable
      clearable={!field.required}
      autoFocus={autoFocus}
      placeholder={t("fields.search")}
      filter={({ options: all }) => all}
      searchValue={options.typed}
      onSearchChange={options.setTyped}
      onDropdownOpen={() => options.setOpen(true)}
      onDropdownClose={() => options.setOpen(false)}
      nothingFoundMessage={options.loading ? t("fields.searching") : t("fields.nothingFound")}
      onChange={(next) => onChange(next)}
    />
  );
}

function SeveralLinksInput({ field, value, onChange, label, error, record }: InputProps<LinkValue>) {
  const { t } = useWords();
  const name = useInputName(field, label);
  const options = useLinkOptions(field, useChosen(field, value, record));
  return (
    <MultiSelect
      {...name}
      data={options.data}
      value={pairsOf(value).map((pair) => pair.id)}
      error={error}
      searchable
      clearable
      placeholder={t("fields.search")}
      filter={({ options: all }) => all}
      searchValue={options.typed}
      onSearchChange={options.setTyped}
      onDropdownOpen={() => options.setOpen(true)}
      onDropdownClose={() => options.setOpen(false)}
      nothingFoundMessage={options.loading ? t("fields.searching") : t("fields.nothingFound")}
      onChange={(next) => onChange(next.length ? next : null)}
    />
  );
}

export function LinkInput(props: InputProps<LinkValue>) {
  if (!props.field.multiple) return <OneLinkInput {...props} />;
  return props.field.attributes?.length ? <LinkPairsInput {...props} /> : <SeveralLinksInput {...props} />;
}
