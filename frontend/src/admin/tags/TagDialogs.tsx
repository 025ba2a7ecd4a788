import { Button, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { useRenameTags } from "@/api/tags";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { DialogFoot } from "@/kit/DialogFoot";
import { FormProblem } from "@/kit/FormProblem";
import { followJob } from "@/kit/jobs/JobNotice";
import { useForm } from "@/kit/useForm";
import type { Asked } from "./TagsPage";

interface Props {
  asked: Asked;
  onBegun(job: { id: string }): void;
  onClose(): void;
}

const SEND = { rename: "tags.rename", merge: "tags.sendMerge", remove: "tags.removeSend" } as const;

/** Renames, merges or removes tags on every record: one job, which can be undone. */
export function TagDialogs({ asked, onBegun, onClose }: Props) {
  const { t, language } = useWords("admin");
  const rename = useRenameTags();
  const names = asked.tags.map((one) => one.tag);
  const told = new Intl.ListFormat(language).format(names);
  const form = useForm({ into: names[0] ?? "" }, async ({ into }) => {
    const job = await rename.mutateAsync({
      tags: asked.what === "merge" ? names.filter((name) => name !== into) : names,
      into: asked.what === "remove" ? null : into.trim(),
    });
    followJob(job);
    onBegun(job);
    onClose();
  });
  const { into } = form.values;
  const isNothing = asked.what === "rename" && (!into.trim() || into.trim() === names[0]);
  return (
    <Dialog
      onClose={onClose}
      title={t(`tags.${asked.what}Title`, asked.what === "rename" ? { tag: told } : { tags: told })}
    >
      <form onSubmit={form.submit}>
        <Stack>
          <FormProblem problem={form.problem} />
          <Text>{t(`tags.${asked.what}Text`)}</Text>
          {asked.what === "rename" && (
            <TextInput
              label={t("tags.into")}
              required
              maxLength={40}
              data-autofocus
              value={into}
              error={form.errors.into}
              onChange={(event) => form.change({ into: event.currentTarget.value })}
            />
          )}
          {asked.what === "merge" && (
            <NativeSelect
              label={t("tags.intoMerge")}
              data={names}
              value={into}
              onChange={(event) => form.change({ into: event.currentTarget.value })}
            />
          )}
          <DialogFoot onClose={onClose}>
            <Button
              type="submit"
              {...(asked.what === "remove" ? { color: "pimenton.7" } : {})}
              loading={form.isBusy}
              disabled={isNothing}
            >
              {t(SEND[asked.what])}
            </Button>
          </DialogFoot>
        </Stack>
      </form>
    </Dialog>
  );
}
