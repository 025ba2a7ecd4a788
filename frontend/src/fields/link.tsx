import { Anchor, Group, MultiSelect, Select, Stack, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useMaybeObject } from "@/api/objects";
import { useSearch } from "@/api/records";
import type { FieldMeta, LinkRef, RecordRow } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { nameOf } from "@/metadata/compile";
import type { DisplayProps, FieldKit, InputProps, LinkPair, LinkValue } from "./kit";
import { LinkPairsInput } from "./LinkPairsInput";
import { useInputName } from "./labels";
import { pairsOf, remember, useLinkRef, useTarget } from "./linkNames";
import { useFormats } from "./useFormats";

interface OneProps {
  field: FieldMeta;
  pair: LinkPair;
  record: RecordRow | undefined;
  short: boolean | undefined;
}

function OneLink({ field, pair, record, short }: OneProps) {
  const formats = useFormats();
  const ref = useLinkRef(field, pair.id, record);
  const dates = [pair.since, pair.until].map((day) => (day ? formats.day(day) : ""));
  const told = [pair.role, dates.some(Boolean) ? dates.join(" – ") : ""].filter(Boolean).join(", ");
  if (!ref) return <Text span inherit c="dimmed" />;
  return (
    <Group gap={6} wrap="nowrap" style={{ minWidth: 0 }}>
      <Anchor
        renderRoot={(props) => (
          <Link
            {...props}
            to="/records/$plural/$id"
            params={{ plural: ref.plural, id: ref.id }}
            draggable={false}
            onClick={(event) => event.stopPropagation()}
          />
        )}
        inherit
        truncate="end"
      >
        {ref.name}
      </Anchor>
      {!short && told && (
        <Text span size="xs" c="dimmed">
          {told}
        </Text>
      )}
    </Group>
  );
}

function Display({ field, value, record, short }: DisplayProps<LinkValue>) {
  const pairs = pairsOf(value);
  const shown = short ? pairs.slice(0, 1) : pairs;
  return (
    <Stack gap={2} style={{ minWidth: 0 }}>
      {shown.map((pair) => (
        <OneLink key={pair.id} field={field} pair={pair} record={record} short={short} />
      ))}
    </Stack>
  );
}

/** Options for a picker while somebody types: what matches, and what is chosen already. */
export function useLinkOptions(field: FieldMeta, chosen: readonly LinkRef[]) {
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

function Input(props: InputProps<LinkValue>) {
  if (!props.field.multiple) return <OneLinkInput {...props} />;
  return props.field.attributes?.length ? <LinkPairsInput {...props} /> : <SeveralLinksInput {...props} />;
}

export const link: FieldKit<LinkValue> = {
  display: Display,
  input: Input,
  commit: "button",
  width: 180,
  isEmpty: (value) => pairsOf(value).length === 0,
};
