import { Badge, Button, Checkbox, Group, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useLikenesses } from "@/api/duplicates";
import { useSearch } from "@/api/records";
import type { RecordRow } from "@/api/types";
import { FieldValue } from "@/fields/FieldValue";
import { isEmpty } from "@/fields/registry";
import { useWords } from "@/i18n/useWords";
import { DialogFoot } from "@/kit/DialogFoot";
import { type CompiledObject, nameOf } from "@/metadata/compile";
import classes from "./Merge.module.css";

const MOST = 9;
const FOUND = 8;
const FACTS = 2;

interface Props {
  object: CompiledObject;
  record: RecordRow;
  onClose(): void;
  onPick(ids: string[]): void;
}

/** Which records are the same as this one: those that look like it, and any that one looks for. */
export function MergePicker({ object, record, onClose, onPick }: Props) {
  const { t, inner } = useWords("records");
  const [typed, setTyped] = useState("");
  const [q] = useDebouncedValue(typed.trim(), 200);
  const [chosen, setChosen] = useState<RecordRow[]>([]);
  const alike = useLikenesses(object.plural, {}, record.id);
  const found = useSearch(object.plural, q, Boolean(q), FOUND);
  const likely = (alike.data ?? []).flatMap((one) => (one.record ? [one.record] : []));
  const listed = [
    ...new Map([...chosen, ...(q ? (found.data?.items ?? []) : likely)].map((one) => [one.id, one])).values(),
  ].filter((one) => one.id !== record.id);
  const toggle = (one: RecordRow) =>
    setChosen((before) =>
      before.some(({ id }) => id === one.id) ? before.filter(({ id }) => id !== one.id) : [...before, one],
    );
  return (
    <Stack>
      <Text c="dimmed">{t("merge.pickText", { name: nameOf(record, object.nameField) })}</Text>
      <TextInput
        data-autofocus
        type="search"
        aria-label={t("merge.search", { name: inner(object.labelPlural) })}
        placeholder={t("merge.search", { name: inner(object.labelPlural) })}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {alike.isPending || (q && found.isPending) ? (
        <Skeleton height={44} />
      ) : (
        <Stack gap={4} role="group" aria-label={t("merge.candidates")} mih={120}>
          {listed.map((one) => (
            <Checkbox
              key={one.id}
              classNames={{ body: classes.candidate }}
              checked={chosen.some(({ id }) => id === one.id)}
              disabled={chosen.length >= MOST && !chosen.some(({ id }) => id === one.id)}
              onChange={() => toggle(one)}
              label={<Candidate object={object} record={one} isAlike={likely.some(({ id }) => id === one.id)} />}
            />
          ))}
          {!listed.length && <Text c="dimmed">{q ? t("list.nothing") : t("merge.nobodyAlike")}</Text>}
        </Stack>
      )}
      <DialogFoot onClose={onClose}>
        <Button disabled={!chosen.length} onClick={() => onPick(chosen.map(({ id }) => id))}>
          {t("merge.compare")}
        </Button>
      </DialogFoot>
    </Stack>
  );
}

function Candidate({ object, record, isAlike }: { object: CompiledObject; record: RecordRow; isAlike: boolean }) {
  const { t } = useWords("records");
  const facts = object.columns
    .filter((field) => field.name !== object.nameField && !isEmpty(field, record[field.name]))
    .slice(0, FACTS);
  return (
    <Group gap="sm" wrap="wrap">
      <Text span fw={550}>
        {nameOf(record, object.nameField)}
      </Text>
      {isAlike && <Badge color="albahaca">{t("merge.alike")}</Badge>}
      {facts.map((field) => (
        <Text key={field.name} span size="sm" c="dimmed" component="div">
          <FieldValue field={field} value={record[field.name]} record={record} short />
        </Text>
      ))}
    </Group>
  );
}
