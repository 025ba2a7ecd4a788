import { Button, Checkbox, Group, Loader, Radio, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { mergeQuery, useMerge, useMergePreview } from "@/api/merges";
import { useObjects } from "@/api/objects";
import { ApiProblem } from "@/api/problems";
import type { MergePreview } from "@/api/recordTypes";
import type { RecordRow } from "@/api/types";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { useOnce } from "@/kit/useOnce";
import { type CompiledObject, nameOf } from "@/metadata/compile";
import { showUndo } from "../notices";
import { ProblemAlert } from "../record/ProblemAlert";
import classes from "./Merge.module.css";
import { MergeField } from "./MergeField";
import { choicesToSend, keptOf, likelyWinner, rowsOf } from "./mergeState";
import { useUnmerge } from "./useUnmerge";

interface Props {
  object: CompiledObject;
  records: RecordRow[];
  onClose(): void;
  onMerged: ((winner: string) => void) | undefined;
}

const PATIENCE = 90;
const PAUSE = 700;

export function MergeForm({ object, records, onClose, onMerged }: Props) {
  const { t, inner } = useWords("records");
  const client = useQueryClient();
  const [winner, setWinner] = useState(() => likelyWinner(object, records));
  const [choices, setChoices] = useState<Record<string, string>>({});
  const [withAll, setWithAll] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const once = useOnce();
  const wish = {
    winner_id: winner,
    loser_ids: records.map(({ id }) => id).filter((id) => id !== winner),
    choices: choicesToSend(choices),
  };
  const preview = useMergePreview(object.plural, isBusy ? null : wish);
  const merge = useMerge(object.plural);
  const unmerge = useUnmerge();
  const seen = preview.data;
  const rows = rowsOf(object, records, seen, withAll);
  const stays = records.find(({ id }) => id === winner);

  /** Links of other records may still be on their way; the way back is offered when they have arrived. */
  const settled = async (id: string) => {
    for (let turn = 0; turn < PATIENCE; turn += 1) {
      const { state } = await client.fetchQuery({ ...mergeQuery(id), staleTime: 0 });
      if (state !== "moving") return;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  };

  const send = async () => {
    if (!seen) return;
    setBusy(true);
    setProblem(null);
    try {
      const asked = { ...wish, versions: seen.versions };
      const done = await once(asked, (key) => merge.mutateAsync({ ...asked, key }));
      if (done.state === "moving") await settled(done.merge_id);
      onClose();
      onMerged?.(winner);
      showUndo(t("merge.done", { count: records.length, name: stays ? nameOf(stays, object.nameField) : "" }), () =>
        unmerge(done.merge_id),
      );
    } catch (reason) {
      setProblem(reason);
      if (reason instanceof ApiProblem && reason.status === 412)
        await client.invalidateQueries({ queryKey: ["records", object.plural, "one"] });
    } finally {
      setBusy(false);
    }
  };

  return (
    <Stack>
      <Radio.Group
        label={t("merge.winner")}
        description={t("merge.winnerHint")}
        value={winner}
        onChange={(next) => {
          setWinner(next);
          setChoices({});
        }}
      >
        <div className={classes.heads}>
          {records.map((one) => (
            <Radio
              key={one.id}
              value={one.id}
              classNames={{ body: classes.head, labelWrapper: classes.optionLabel }}
              label={<Head object={object} record={one} />}
            />
          ))}
        </div>
      </Radio.Group>
      <section className={classes.scroll} aria-label={t("merge.fields")} tabIndex={0}>
        <div className={classes.rows} data-busy={preview.isFetching || undefined}>
          {rows.map((row) => (
            <MergeField
              key={row.field.name}
              object={object}
              row={row}
              records={records}
              result={seen?.record}
              kept={keptOf(row, choices, seen, winner)}
              onKeep={(kept) => setChoices((before) => ({ ...before, [row.field.name]: kept }))}
            />
          ))}
          {!rows.length && <Text c="dimmed">{t("merge.allSame")}</Text>}
        </div>
      </section>
      <Checkbox
        size="sm"
        label={t("merge.withSame")}
        checked={withAll}
        onChange={(event) => setWithAll(event.currentTarget.checked)}
      />
      {seen && stays && <Moves preview={seen} name={nameOf(stays, object.nameField)} />}
      <ProblemAlert problem={problem ?? preview.error} />
      <Group justify="flex-end" className={classes.foot}>
        {isBusy && <Loader size="sm" aria-label={t("merge.moving")} />}
        <Button variant="default" onClick={onClose}>
          {t("actions.cancel")}
        </Button>
        <Button loading={isBusy} disabled={!seen || Boolean(preview.error)} onClick={send}>
          {t("merge.submit", { count: records.length, name: inner(object.labelPlural) })}
        </Button>
      </Group>
    </Stack>
  );
}

function Head({ object, record }: { object: CompiledObject; record: RecordRow }) {
  const { t } = useWords("records");
  const formats = useFormats();
  return (
    <div className={classes.headText}>
      <Text fw={600}>{nameOf(record, object.nameField)}</Text>
      <Text size="xs" c="dimmed">
        {t("merge.since", { when: formats.day(record.created_at.slice(0, 10)) })}
      </Text>
    </div>
  );
}

/** What comes along with the records that go. */
function Moves({ preview, name }: { preview: MergePreview; name: string }) {
  const { t, language, label, inner } = useWords("records");
  const objects = useObjects();
  const counts = new Map<string, number>();
  for (const { plural, count } of preview.moves) counts.set(plural, (counts.get(plural) ?? 0) + count);
  const told = [...counts].map(([plural, count]) => {
    const object = objects.find((one) => one.plural === plural);
    const words = count === 1 ? object?.label : object?.label_plural;
    return `${count}${preview.exact ? "" : "+"} ${words ? inner(words) : label(words)}`;
  });
  const list = new Intl.ListFormat(language, { type: "conjunction" }).format(told);
  return (
    <Text size="sm" c="dimmed">
      {told.length ? t("merge.moves", { list, name }) : t("merge.movesNothing", { name })}
    </Text>
  );
}
