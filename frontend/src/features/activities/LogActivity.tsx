import { Button, Checkbox, Group, Stack, Text, Textarea } from "@mantine/core";
import { useRef, useState } from "react";
import { useMaybeObject } from "@/api/objects";
import { useCreate, useDelete } from "@/api/recordWrites";
import type { Values } from "@/api/types";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { openCreate } from "@/kit/form/create";
import { showProblem, showUndo } from "@/kit/notices";
import { useOnce } from "@/kit/useOnce";
import { useStore } from "@/lib/store";
import type { CompiledObject } from "@/metadata/compile";
import { momentOf } from "./moments";
import { WhoPicker } from "./WhoPicker";
import { type About, finished, type LogWish, logWishes } from "./wishes";

/** A call or a meeting, noted in two clicks: the button that opens this, and how it went. */
export function LogActivity() {
  const { t } = useWords();
  const wish = useStore(logWishes);
  const object = useMaybeObject(wish?.plural);
  const close = () => logWishes.set(null);
  return (
    <Dialog
      opened={Boolean(wish && object)}
      onClose={close}
      title={
        wish
          ? wish.about
            ? t(`log.with.${wish.plural}`, { name: wish.about.name })
            : t(`log.title.${wish.plural}`)
          : ""
      }
      styles={{ title: { fontWeight: 650 } }}
    >
      {wish && object && <Form wish={wish} object={object} onClose={close} />}
    </Dialog>
  );
}

function Form({ wish, object, onClose }: { wish: LogWish; object: CompiledObject; onClose(): void }) {
  const { t, label } = useWords();
  const formats = useFormats();
  const create = useCreate(wish.plural);
  const remove = useDelete(wish.plural);
  const once = useOnce();
  /** When it was first saved: a repeat after a lost answer says the same. */
  const saved = useRef<Date>(undefined);
  const [about, setAbout] = useState<About | undefined>(wish.about);
  const [notes, setNotes] = useState("");
  const [plans, setPlans] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const outcome = object.fields.get("outcome");
  const link = about && [...object.fields.values()].find((field) => field.type === "link" && field.to === about.plural);
  const valuesWith = (now: Date, how?: string): Values => ({
    subject: about ? t(`log.with.${wish.plural}`, { name: about.name }) : t(`log.subject.${wish.plural}`),
    at: momentOf(object.fields.get("at"), now, formats.timeZone),
    ...(how ? { outcome: how } : {}),
    ...(notes.trim() ? { description: notes.trim() } : {}),
    ...(about && link ? { [link.name]: link.multiple ? [about.id] : about.id } : {}),
  });
  const save = async (how?: string) => {
    setMissing(!about);
    if (!about) return;
    try {
      saved.current ??= new Date();
      const values = valuesWith(saved.current, how);
      const made = await once(values, (key) => create.mutateAsync({ values, key }));
      onClose();
      showUndo(t(`log.saved.${wish.plural}`), () => remove.mutateAsync(made));
      if (plans) finished.set(made);
    } catch (problem) {
      showProblem(problem);
    }
  };
  const more = () => {
    onClose();
    openCreate({ plural: wish.plural, given: valuesWith(new Date()), stay: true });
  };
  const options = outcome?.options ?? [];
  return (
    <Stack gap="md">
      {!wish.about && (
        <WhoPicker object={object} error={isMissing ? t("log.chooseWho") : undefined} onChange={setAbout} />
      )}
      <Textarea
        label={t("log.notes")}
        placeholder={t("log.notesHint")}
        autosize
        minRows={2}
        maxRows={10}
        value={notes}
        data-autofocus={wish.about ? true : undefined}
        onChange={(event) => setNotes(event.currentTarget.value)}
      />
      <Checkbox label={t("log.plan")} checked={plans} onChange={(event) => setPlans(event.currentTarget.checked)} />
      <Stack gap={6}>
        {options.length > 0 && (
          <Text size="sm" c="dimmed" id="log-how">
            {t("log.how")}
          </Text>
        )}
        <Group gap={6} role="group" aria-labelledby={options.length ? "log-how" : undefined}>
          {options.map((option, place) => (
            <Button
              key={option.value}
              variant={place === 0 ? "filled" : "default"}
              size="sm"
              disabled={create.isPending}
              onClick={() => save(option.value)}
            >
              {label(option.label)}
            </Button>
          ))}
          {options.length === 0 && <Button onClick={() => save()}>{t("log.save")}</Button>}
        </Group>
      </Stack>
      <Button variant="subtle" color="gray" px="xs" w="max-content" onClick={more}>
        {t("log.more")}
      </Button>
    </Stack>
  );
}
