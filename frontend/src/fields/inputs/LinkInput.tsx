import { type ComboboxItem, type ComboboxParsedItem, MultiSelect, Select, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useMaybeObject } from "@/api/objects";
import { useSearch } from "@/api/records";
import type { FieldMeta, LinkRef, RecordRow } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { may } from "@/metadata/access";
import { nameOf } from "@/metadata/compile";
import { createInPlace } from "../creating";
import type { InputProps, LinkValue } from "../kit";
import { useInputName } from "../labels";
import { pairsOf, remember, seenAmong, useLinkRef, useTarget } from "../linkNames";
import { LinkPairsInput } from "./LinkPairsInput";

/** The option that makes what was not found. */
const NEW = "+";

/** Options for a picker while somebody types: what matches, what is chosen already, and a new one. */
function useLinkOptions(field: FieldMeta, chosen: readonly LinkRef[], pick: (ref: LinkRef) => void) {
  const { t, inner } = useWords();
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
  const mayMake = target !== undefined && may(target.permissions, "create") && !target.features.managed;
  const isNew = wanted !== "" && wanted === typed.trim();
  const made: ComboboxItem = {
    value: NEW,
    label: isNew ? t("fields.createNamed", { name: wanted }) : t("fields.createNew", { name: inner(target?.label) }),
  };
  const make = () => {
    if (!target) return;
    createInPlace({
      plural: target.plural,
      typed: isNew ? wanted : "",
      made: (ref) => {
        remember([ref]);
        pick(ref);
      },
    });
  };
  const isLoading = open && found.isFetching;
  return {
    make,
    input: {
      data: [...all.map((ref) => ({ value: ref.id, label: ref.name })), ...(mayMake && open ? [made] : [])],
      searchable: true,
      filter: ({ options }: { options: ComboboxParsedItem[] }) => options,
      searchValue: typed,
      onSearchChange: setTyped,
      onDropdownOpen: () => setOpen(true),
      onDropdownClose: () => setOpen(false),
      nothingFoundMessage: isLoading ? t("fields.searching") : t("fields.nothingFound"),
      renderOption: ({ option }: { option: ComboboxItem }) => (
        <Text span inherit c={option.value === NEW ? "var(--mantine-color-anchor)" : undefined} truncate="end">
          {option.label}
        </Text>
      ),
    },
  };
}

function useChosen(field: FieldMeta, value: LinkValue | null | undefined, record: RecordRow | undefined): LinkRef[] {
  const known = record?.links?.[field.name] ?? [];
  remember(known);
  const first = useLinkRef(field, pairsOf(value)[0]?.id ?? "", record);
  const ids = new Set(pairsOf(value).map((pair) => pair.id));
  const refs = first && ids.has(first.id) ? [first, ...known] : known;
  return [
    ...new Map([...refs, ...seenAmong(ids)].filter((ref) => ids.has(ref.id)).map((ref) => [ref.id, ref])).values(),
  ];
}

export function OneLinkInput({ field, value, onChange, label, error, record, autoFocus }: InputProps<LinkValue>) {
  const { t } = useWords();
  const name = useInputName(field, label);
  const { make, input } = useLinkOptions(field, useChosen(field, value, record), (ref) => onChange(ref.id));
  return (
    <Select
      {...name}
      {...input}
      value={pairsOf(value)[0]?.id ?? null}
      error={error}
      clearable={!field.required}
      autoFocus={autoFocus}
      placeholder={t("fields.search")}
      onChange={(next) => (next === NEW ? make() : onChange(next))}
    />
  );
}

function SeveralLinksInput({ field, value, onChange, label, error, record, autoFocus }: InputProps<LinkValue>) {
  const { t } = useWords();
  const name = useInputName(field, label);
  const ids = pairsOf(value).map((pair) => pair.id);
  const { make, input } = useLinkOptions(field, useChosen(field, value, record), (ref) => onChange([...ids, ref.id]));
  return (
    <MultiSelect
      {...name}
      {...input}
      value={ids}
      error={error}
      clearable
      autoFocus={autoFocus}
      placeholder={t("fields.search")}
      onChange={(next) => {
        if (next.includes(NEW)) make();
        else onChange(next.length ? next : null);
      }}
    />
  );
}

export function LinkInput(props: InputProps<LinkValue>) {
  if (!props.field.multiple) return <OneLinkInput {...props} />;
  return props.field.attributes?.length ? <LinkPairsInput {...props} /> : <SeveralLinksInput {...props} />;
}
