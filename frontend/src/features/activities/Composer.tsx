import { Button, Group, Stack, Textarea, Tooltip } from "@mantine/core";
import { useState } from "react";
import { useObjects } from "@/api/objects";
import { useCreate } from "@/api/recordWrites";
import { useWords } from "@/i18n/useWords";
import { useActions } from "@/kit/actions";
import { openCreate } from "@/kit/form/create";
import { iconOf } from "@/kit/icons";
import { showDone, showProblem } from "@/kit/notices";
import { useShortcuts } from "@/kit/shortcuts";
import type { RecordSlotProps } from "@/kit/slots";
import { useOnce } from "@/kit/useOnce";
import { may } from "@/metadata/access";
import { nameOf } from "@/metadata/compile";
import { openLog } from "./wishes";

const OFFERED = ["calls", "meetings", "tasks"];
/** What has happened, told in a word; the rest is planned, with a form. */
const LOGGED = new Set(["calls", "meetings"]);
const KEYS: Record<string, string> = { calls: "l", meetings: "m", tasks: "t" };

/** A note is written where one reads; a call, a meeting or a task is two clicks away. */
export function Composer({ object, record }: RecordSlotProps) {
  const { t, inner, label } = useWords();
  const objects = useObjects();
  const create = useCreate("notes");
  const once = useOnce();
  const [text, setText] = useState("");
  const linkOf = (plural: string) => object.related.find((related) => related.plural === plural)?.link;
  const note = linkOf("notes");
  const notes = objects.find((one) => one.plural === "notes");
  const others = objects.filter(
    (one) => OFFERED.includes(one.plural) && linkOf(one.plural) && may(one.permissions, "create"),
  );
  const about = { plural: object.plural, id: record.id, name: nameOf(record, object.nameField) };
  const wordsOf = (plural: string, name: string) =>
    LOGGED.has(plural) ? t(`log.title.${plural}`) : t("create.submit", { name });
  const begin = (plural: string) =>
    LOGGED.has(plural)
      ? openLog({ plural, about })
      : openCreate({ plural, given: { [linkOf(plural) as string]: record.id }, stay: true });
  const offers = others.map((one) => ({
    id: `here-${one.plural}`,
    key: KEYS[one.plural] ?? "",
    icon: iconOf(one.icon),
    label: label(one.label),
    words: wordsOf(one.plural, inner(one.label)),
    run: () => begin(one.plural),
  }));
  useShortcuts("record", offers);
  useActions(offers.map((one) => ({ ...one, keys: one.key, words: () => `${one.words}: ${about.name}` })));
  if (!note || !may(notes?.permissions, "create")) return null;
  const save = async () => {
    try {
      const values = { text: text.trim(), [note]: record.id };
      await once(values, (key) => create.mutateAsync({ values, key }));
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
          {offers.map((one) => (
            <Tooltip key={one.id} label={one.words}>
              <Button
                variant="default"
                size="compact-md"
                leftSection={<one.icon size={15} stroke={1.6} />}
                onClick={one.run}
              >
                {one.label}
              </Button>
            </Tooltip>
          ))}
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
