import { Button, Group, Stack, Textarea, Tooltip } from "@mantine/core";
import { useRef, useState } from "react";
import { idempotencyKey } from "@/api/client";
import { useObjects } from "@/api/objects";
import { useCreate } from "@/api/recordWrites";
import { useWords } from "@/i18n/useWords";
import { openCreate } from "@/kit/create";
import { iconOf } from "@/kit/icons";
import { showDone, showProblem } from "@/kit/notices";
import type { RecordSlotProps } from "@/kit/slots";
import { may } from "@/metadata/access";

const LOGGED = ["calls", "meetings", "tasks"];

/** A note is written where one reads; a call, a meeting or a task is two clicks away. */
export function Composer({ object, record }: RecordSlotProps) {
  const { t, inner, label } = useWords();
  const objects = useObjects();
  const create = useCreate("notes");
  const key = useRef(idempotencyKey());
  const [text, setText] = useState("");
  const linkOf = (plural: string) => object.related.find((related) => related.plural === plural)?.link;
  const note = linkOf("notes");
  const notes = objects.find((one) => one.plural === "notes");
  const others = objects.filter(
    (one) => LOGGED.includes(one.plural) && linkOf(one.plural) && may(one.permissions, "create"),
  );
  if (!note || !may(notes?.permissions, "create")) return null;
  const save = async () => {
    try {
      await create.mutateAsync({ values: { text: text.trim(), [note]: record.id }, key: key.current });
      key.current = idempotencyKey();
      setText("");
      showDone(t("composer.saved"));
    } catch (problem) {
      showProblem(problem);
    }
  };
  return (
    <Stack gap="xs" mb="lg">
      <Textarea
        aria-label={t("composer.label")}
        placeholder={t("composer.placeholder")}
        autosize
        minRows={text ? 3 : 1}
        maxRows={10}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey) && text.trim()) save();
        }}
      />
      <Group gap="xs" justify="space-between">
        <Group gap={4}>
          {others.map((one) => {
            const Icon = iconOf(one.icon);
            const name = t("create.submit", { name: inner(one.label) });
            const open = () =>
              openCreate({ plural: one.plural, given: { [linkOf(one.plural) as string]: record.id }, stay: true });
            return (
              <Tooltip key={one.plural} label={name}>
                <Button
                  variant="default"
                  size="compact-md"
                  leftSection={<Icon size={15} stroke={1.6} />}
                  onClick={open}
                >
                  {label(one.label)}
                </Button>
              </Tooltip>
            );
          })}
        </Group>
        {text.trim() && (
          <Button size="compact-md" loading={create.isPending} onClick={save}>
            {t("composer.save")}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
