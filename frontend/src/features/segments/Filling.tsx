import { Button, Group, Radio, Select, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useImports } from "@/api/imports";
import { useFillList, useMoveMembers } from "@/api/lists";
import { SHORTEST_SEARCH, useFind } from "@/api/search";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { DialogFoot } from "@/kit/DialogFoot";
import { followJob } from "@/kit/jobs/JobNotice";
import { showDone, showProblem, showUndo } from "@/kit/notices";
import { useOnce } from "@/kit/useOnce";
import type { CompiledObject } from "@/metadata/compile";

interface Props {
  id: string;
  name: string;
  object: CompiledObject;
  onName(name: string): void;
  children?: ReactNode;
}

/** How records get on a list: one by one by their names, what an import brought, or ticked in their own list. */
export function Filling({ id, name, object, onName, children }: Props) {
  const { t, inner } = useWords("segments");
  const [isImporting, setImporting] = useState(false);
  return (
    <Stack gap="sm" mb="lg">
      <TextInput
        label={t("segments.name")}
        required
        maxLength={120}
        maw={480}
        value={name}
        onChange={(event) => onName(event.currentTarget.value)}
      />
      {children}
      <Group align="end" gap="sm">
        <AddOne id={id} list={name} object={object} />
        {object.features.importable && (
          <Button variant="default" onClick={() => setImporting(true)}>
            {t("lists.fromImport")}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {t("lists.fromList")}{" "}
        <Link to="/records/$plural" params={{ plural: object.plural }}>
          {t("lists.openList", { name: inner(object.labelPlural) })}
        </Link>
      </Text>
      {isImporting && <FromImport id={id} object={object} onClose={() => setImporting(false)} />}
    </Stack>
  );
}

const PAUSE = 200;

function AddOne({ id, list, object }: { id: string; list: string; object: CompiledObject }) {
  const { t, inner } = useWords("segments");
  const [typed, setTyped] = useState("");
  const [q] = useDebouncedValue(typed.trim(), PAUSE);
  const found = useFind(q, { objects: [object.plural], limit: 12 });
  const move = useMoveMembers();
  const isAsking = q.length >= SHORTEST_SEARCH;
  const items = isAsking ? (found.data?.items ?? []) : [];
  const add = async (record: string | null) => {
    const item = items.find((one) => one.id === record);
    if (!record || !item) return;
    setTyped("");
    const name = item.name ?? item.id;
    try {
      const { added } = await move.mutateAsync({ id, add: [record] });
      if (added.length) showUndo(t("lists.added", { name, list }), () => move.mutateAsync({ id, remove: added }));
      else showDone(t("lists.there", { name, list }));
    } catch (problem) {
      showProblem(problem);
    }
  };
  return (
    <Select
      w={360}
      maw="100%"
      label={t("lists.add", { name: inner(object.labelPlural) })}
      placeholder={t("lists.addHint")}
      searchable
      nothingFoundMessage={isAsking && found.isSuccess ? t("search.nothingFound") : null}
      filter={({ options }) => options}
      data={items.map((item) => ({ value: item.id, label: item.name ?? item.id }))}
      value={null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={add}
    />
  );
}

function FromImport({ id, object, onClose }: { id: string; object: CompiledObject; onClose(): void }) {
  const { t } = useWords("segments");
  const formats = useFormats();
  const imports = useImports().data?.filter((one) => one.object === object.plural && one.state === "done");
  const [chosen, setChosen] = useState<string>();
  const fill = useFillList();
  const once = useOnce();
  const wanted = chosen ?? imports?.[0]?.id;
  const start = async () => {
    if (!wanted) return;
    try {
      const wish = { id, import: wanted };
      followJob(await once(wish, (key) => fill.mutateAsync({ ...wish, key })));
      onClose();
    } catch (problem) {
      showProblem(problem);
    }
  };
  return (
    <Dialog onClose={onClose} title={t("lists.fromImport")}>
      <Stack>
        {imports?.length === 0 && <Text>{t("lists.noImports")}</Text>}
        {imports && imports.length > 0 && (
          <Radio.Group label={t("lists.whichImport")} value={wanted ?? ""} onChange={setChosen}>
            <Stack gap={8} mt={6}>
              {imports.map((one) => (
                <Radio key={one.id} value={one.id} label={one.filename} description={formats.instant(one.created_at)} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <DialogFoot onClose={onClose}>
          <Button disabled={!wanted} loading={fill.isPending} onClick={start}>
            {t("lists.addAll")}
          </Button>
        </DialogFoot>
      </Stack>
    </Dialog>
  );
}
