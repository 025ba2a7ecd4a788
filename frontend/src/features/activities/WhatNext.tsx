import { Button, Chip, Group, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useMaybeObject } from "@/api/objects";
import { useCreate, useDelete } from "@/api/recordWrites";
import type { RecordRow, Values } from "@/api/types";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { openCreate } from "@/kit/form/create";
import { showProblem, showUndo } from "@/kit/notices";
import { useOnce } from "@/kit/useOnce";
import { useStore } from "@/lib/store";
import type { CompiledObject } from "@/metadata/compile";
import { wallAhead } from "./moments";
import { finished } from "./wishes";

const AHEAD = [0, 1, 3, 7];
const USUAL = 1;

/** What was finished may go on: one line and a day, or nothing at all. */
export function WhatNext() {
  const { t } = useWords();
  const record = useStore(finished);
  const tasks = useMaybeObject(record ? "tasks" : undefined);
  const name = record ? whoOf(record) : undefined;
  const close = () => finished.set(null);
  return (
    <Dialog
      opened={Boolean(record && tasks)}
      onClose={close}
      title={name ? t("next.titleAbout", { name }) : t("next.title")}
      styles={{ title: { fontWeight: 650 } }}
    >
      {record && tasks && <Form key={record.id} record={record} tasks={tasks} onClose={close} />}
    </Dialog>
  );
}

const whoOf = (record: RecordRow) => Object.values(record.links ?? {}).flat()[0]?.name;

/** Whom the finished one was about, the next one is about too. */
function aboutOf(record: RecordRow, tasks: CompiledObject): Values {
  const links = [...tasks.fields.values()].filter((field) => field.type === "link" && !field.read_only);
  return Object.fromEntries(links.flatMap(({ name }) => (record[name] ? [[name, record[name]]] : [])));
}

function Form({ record, tasks, onClose }: { record: RecordRow; tasks: CompiledObject; onClose(): void }) {
  const { t } = useWords();
  const formats = useFormats();
  const create = useCreate("tasks");
  const remove = useDelete("tasks");
  const once = useOnce();
  const [subject, setSubject] = useState("");
  const [days, setDays] = useState(USUAL);
  const local = `${wallAhead(days, new Date(), formats.timeZone)}:00`;
  const values: Values = {
    ...aboutOf(record, tasks),
    ...(subject.trim() ? { subject: subject.trim() } : {}),
    due: { local, time_zone: formats.timeZone },
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!subject.trim()) return;
    try {
      const made = await once(values, (key) => create.mutateAsync({ values, key }));
      onClose();
      showUndo(t("next.created", { name: subject.trim() }), () => remove.mutateAsync(made));
    } catch (problem) {
      showProblem(problem);
    }
  };
  const more = () => {
    onClose();
    openCreate({ plural: "tasks", given: values, stay: true });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          label={t("next.subject")}
          placeholder={t("next.placeholder")}
          value={subject}
          maxLength={200}
          data-autofocus
          onChange={(event) => setSubject(event.currentTarget.value)}
        />
        <Chip.Group value={String(days)} onChange={(next) => setDays(Number(next))}>
          <Group gap={6} role="radiogroup" aria-label={t("next.when")}>
            {AHEAD.map((ahead) => (
              <Chip key={ahead} value={String(ahead)} size="sm" variant="light">
                {t(`next.in.${ahead}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        <Text size="sm" c="dimmed">
          {t("next.on", { day: formats.day(local.slice(0, 10)), time: local.slice(11, 16) })}
        </Text>
        <Group justify="space-between" gap="xs">
          <Button variant="subtle" color="gray" px="xs" onClick={more}>
            {t("next.more")}
          </Button>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("next.later")}
            </Button>
            <Button type="submit" loading={create.isPending} disabled={!subject.trim()}>
              {t("next.submit")}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
