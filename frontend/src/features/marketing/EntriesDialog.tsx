import { Button, FileButton, Group, Progress, SegmentedControl, Stack, Text, Textarea } from "@mantine/core";
import { IconFileUpload } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { type ExclusionList, useListEntries } from "@/api/exclusions";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { DialogFoot } from "@/kit/DialogFoot";
import { showDone, showProblem } from "@/kit/notices";
import { found, hashed } from "./hashing";

interface Props {
  list: ExclusionList;
  onClose(): void;
}

const MOST_BYTES = 60_000_000;

/** Takes addresses from a file or a paste, hashes them here, and sends the hashes. */
export function EntriesDialog({ list, onClose }: Props) {
  const { t } = useWords("marketing");
  const formats = useFormats();
  const entries = useListEntries(list.id);
  const [text, setText] = useState("");
  const [file, setFile] = useState<{ name: string; text: string } | null>(null);
  const [verb, setVerb] = useState<"add" | "take">("add");
  const [progress, setProgress] = useState<{ done: number; all: number } | null>(null);
  const [isTooBig, setTooBig] = useState(false);
  const read = useMemo(() => found(`${file?.text ?? ""}\n${text}`), [file, text]);
  const count = read.addresses.length + read.hashes.length;
  const take = async (chosen: File | null) => {
    if (!chosen) return;
    setTooBig(chosen.size > MOST_BYTES);
    setFile(chosen.size > MOST_BYTES ? null : { name: chosen.name, text: await chosen.text() });
  };
  const send = async () => {
    try {
      const hashes = await hashed(read);
      setProgress({ done: 0, all: hashes.length });
      const changed = await entries.mutateAsync({
        hashes,
        isOn: verb === "add",
        onProgress: (done) => setProgress({ done, all: hashes.length }),
      });
      showDone(t(`exclusions.${verb}Done`, { count: changed, number: formats.number(changed), name: list.name }));
      onClose();
    } catch (problem) {
      setProgress(null);
      showProblem(problem);
    }
  };
  return (
    <Dialog onClose={onClose} title={t("exclusions.entriesOf", { name: list.name })} closeOnClickOutside={!count}>
      <Stack>
        <SegmentedControl
          aria-label={t("exclusions.whatToDo")}
          value={verb}
          onChange={(value) => setVerb(value as typeof verb)}
          data={(["add", "take"] as const).map((value) => ({ value, label: t(`exclusions.${value}`) }))}
        />
        <Text size="sm" c="dimmed">
          {t("exclusions.hashedHere")}
        </Text>
        <Textarea
          label={t("exclusions.paste")}
          description={t("exclusions.pasteHint")}
          autosize
          minRows={4}
          maxRows={8}
          spellCheck={false}
          data-autofocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group gap="sm">
          <FileButton onChange={take} accept=".csv,.txt,.tsv,text/csv,text/plain">
            {(props) => (
              <Button {...props} variant="default" leftSection={<IconFileUpload size={17} />}>
                {t("exclusions.file")}
              </Button>
            )}
          </FileButton>
          {file && (
            <Text size="sm" truncate="end" maw={200}>
              {file.name}
            </Text>
          )}
        </Group>
        {isTooBig && (
          <Text size="sm" c="var(--attention)" role="alert">
            {t("exclusions.tooBig")}
          </Text>
        )}
        <Text role="status" fw={550}>
          {t("exclusions.found", { count, number: formats.number(count) })}
        </Text>
        {progress && progress.all > 0 && (
          <Progress.Root size="md">
            <Progress.Section value={(100 * progress.done) / progress.all} aria-label={t("exclusions.sending")} />
          </Progress.Root>
        )}
        <DialogFoot onClose={onClose}>
          <Button disabled={!count} loading={progress !== null} onClick={send}>
            {t(`exclusions.${verb}Some`, { count, number: formats.number(count) })}
          </Button>
        </DialogFoot>
      </Stack>
    </Dialog>
  );
}
