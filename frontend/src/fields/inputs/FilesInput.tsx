import { ActionIcon, Button, FileButton, Group, Progress, Text } from "@mantine/core";
import { IconFile, IconPaperclip, IconX } from "@tabler/icons-react";
import { type DragEvent, useRef, useState } from "react";
import { useNewFile } from "@/api/uploads";
import { useWords } from "@/i18n/useWords";
import { filesOf } from "../file";
import { fileSize } from "../fileSize";
import type { FileValue, InputProps } from "../kit";
import { useGroupName } from "../labels";
import { useFormats } from "../useFormats";
import classes from "./FilesInput.module.css";
import { GroupInput } from "./GroupInput";

interface Coming {
  name: string;
  share: number;
}

/** Files dropped or chosen, each on its way at once; the record claims them when it is saved. */
export function FilesInput({ field, value, onChange, label, error }: InputProps<FileValue | FileValue[]>) {
  const { t } = useWords();
  const group = useGroupName(field, label);
  const formats = useFormats();
  const [coming, setComing] = useState<ReadonlyMap<File, Coming>>(new Map());
  const [refused, setRefused] = useState("");
  const [isOver, setOver] = useState(false);
  const begin = useNewFile();
  const held = filesOf(value);
  // Uploads end in any order, each after the value of the other.
  const latest = useRef(held);
  latest.current = held;
  const change = (files: FileValue[]) => {
    latest.current = files;
    if (field.multiple) onChange(files.length ? files : null);
    else onChange(files.at(-1) ?? null);
  };
  const tell = (file: File, told: Coming | null) =>
    setComing((before) => {
      const next = new Map(before);
      if (told) next.set(file, told);
      else next.delete(file);
      return next;
    });

  const takeOne = async (file: File) => {
    tell(file, { name: file.name, share: 0 });
    try {
      const made = await begin.mutateAsync({
        file,
        onProgress: (share) => tell(file, { name: file.name, share }),
      });
      change(field.multiple ? [...latest.current, made] : [made]);
    } catch {
      setRefused(t("fields.fileRefusedNamed", { name: file.name }));
    } finally {
      tell(file, null);
    }
  };
  const take = (files: readonly File[]) => {
    setRefused("");
    for (const file of field.multiple ? files : files.slice(0, 1)) takeOne(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take([...event.dataTransfer.files]);
  };

  return (
    <GroupInput {...group} error={error ?? (refused || undefined)}>
      {held.map((file) => (
        <Group key={file.id} gap={8} wrap="nowrap" className={classes.file}>
          <IconFile size={16} stroke={1.5} aria-hidden />
          <Text size="sm" truncate="end" flex={1}>
            {file.name}
          </Text>
          <Text size="xs" c="dimmed" className="numbers">
            {fileSize(file.size, formats.locale)}
          </Text>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${t("fields.remove")}: ${file.name}`}
            onClick={() => change(held.filter((one) => one.id !== file.id))}
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
      {[...coming.values()].map((one) => (
        <div key={one.name} className={classes.file}>
          <Text size="sm" truncate="end">
            {one.name}
          </Text>
          <Progress value={one.share * 100} size="sm" aria-label={t("fields.uploading", { name: one.name })} />
        </div>
      ))}
      {(field.multiple || held.length + coming.size === 0) && (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way; the button inside is the other
        <div
          className={classes.drop}
          data-over={isOver || undefined}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <FileButton multiple={Boolean(field.multiple)} onChange={(files) => take(files ? [files].flat() : [])}>
            {(props) => (
              <Button {...props} variant="subtle" size="compact-sm" leftSection={<IconPaperclip size={16} />}>
                {field.multiple ? t("fields.chooseFiles") : t("fields.chooseFile")}
              </Button>
            )}
          </FileButton>
          <Text size="xs" c="dimmed" visibleFrom="sm">
            {t("fields.orDrop")}
          </Text>
        </div>
      )}
    </GroupInput>
  );
}
