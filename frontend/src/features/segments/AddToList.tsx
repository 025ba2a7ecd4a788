import { Button, Radio, Stack } from "@mantine/core";
import { IconListCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useFillList, useMoveMembers } from "@/api/lists";
import { useSegments, useSegmentWrites } from "@/api/segments";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { DialogForm } from "@/kit/DialogForm";
import { followJob } from "@/kit/jobs/JobNotice";
import { NameInput } from "@/kit/NameInput";
import { showDone, showUndo } from "@/kit/notices";
import type { BulkActionProps } from "@/kit/slots";
import { useForm } from "@/kit/useForm";
import { useOnce } from "@/kit/useOnce";
import { useMayWrite } from "./mayWrite";

const NEW = "new";

/** Puts the ticked records of a list of records on a list of the firm's. */
export function AddToList(props: BulkActionProps) {
  const { t } = useWords("segments");
  const [isAsking, setAsking] = useState(false);
  const may = useMayWrite();
  if (!may.update) return null;
  return (
    <>
      <Button
        size="compact-sm"
        flex="none"
        variant="default"
        leftSection={<IconListCheck size={15} />}
        onClick={() => setAsking(true)}
      >
        {t("lists.bulk")}
      </Button>
      {isAsking && <Asking {...props} mayCreate={may.create} onClose={() => setAsking(false)} />}
    </>
  );
}

function Asking({
  object,
  target,
  onDone,
  mayCreate,
  onClose,
}: BulkActionProps & { mayCreate: boolean; onClose(): void }) {
  const { t, inner } = useWords("segments");
  const formats = useFormats();
  const all = useSegments().data;
  const lists = all?.filter((one) => one.mode === "static" && one.object === object.plural) ?? [];
  const { create } = useSegmentWrites();
  const move = useMoveMembers();
  const fill = useFillList();
  const once = useOnce();
  const form = useForm({ list: "", name: "" }, async ({ list, name }) => {
    const wanted = list || lists[0]?.id || NEW;
    const known = lists.find((one) => one.id === wanted);
    const put = async (id: string, called: string) => {
      if ("ids" in target) {
        const { added } = await move.mutateAsync({ id, add: target.ids });
        const told = { count: added.length, n: formats.number(added.length), list: called };
        if (added.length) showUndo(t("lists.addedMany", told), () => move.mutateAsync({ id, remove: added }));
        else showDone(t("lists.allThere", told));
      } else {
        const wish = { id, filter: target.filter };
        followJob(await once(wish, (key) => fill.mutateAsync({ ...wish, key })));
      }
    };
    const wish = { object: object.plural, mode: "static" as const, filter: null, name: name.trim() };
    if (known) await put(known.id, known.name);
    // The list that was made is the same one until the records are on it too.
    else await once(wish, async (key) => put((await create.mutateAsync({ ...wish, key })).id, wish.name));
    onClose();
    onDone();
  });
  const chosen = form.values.list || lists[0]?.id || NEW;
  return (
    <Dialog onClose={onClose} title={t("lists.bulk")}>
      <DialogForm
        form={form}
        verb={t("lists.put", { name: inner(object.labelPlural) })}
        isReady={Boolean(all) && (chosen !== NEW || Boolean(form.values.name.trim()))}
        onClose={onClose}
      >
        <Radio.Group label={t("lists.which")} value={chosen} onChange={(list) => form.change({ list })}>
          <Stack gap={8} mt={6}>
            {lists.map((one) => (
              <Radio key={one.id} value={one.id} label={one.name} />
            ))}
            {mayCreate && <Radio value={NEW} label={t("lists.new")} />}
          </Stack>
        </Radio.Group>
        {chosen === NEW && (
          <NameInput label={t("segments.name")} values={form.values} errors={form.errors} onChange={form.change} />
        )}
      </DialogForm>
    </Dialog>
  );
}
