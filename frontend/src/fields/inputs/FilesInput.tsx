import { ActionIcon, Button, FileButton, Group, Progress, Stack, Text } from "@mantine/core";
import { IconPaperclip, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useNewFile } from "@/api/uploads";
import { useWords } from "@/i18n/useWords";
import { filesOf } from "../file";
import type { FileValue, InputProps } from "../kit";
import { GroupInput } from "./GroupInput";

export function FilesInput({ field, value, onChange, label, error }: InputProps<FileValue | FileValue[]>) {
  const words = useWords();
  const [share, setShare] = useState(0);
  const begin = useNewFile();
  const held = filesOf(value);
  const change = (files: FileValue[]) => onChange(field.multiple ? files : (files.at(-1) ?? null));

  const take = async (chosen: File | null) => {
    if (!chosen) return;
    setShare(0);
    const made = await begin.mutateAsync({ file: chosen, onProgress: setShare }).catch(() => null);
    if (made) change([...held, made]);
  };
  const refusal = begin.error ? words.t("fields.fileRefused") : undefined;

  return (
    <GroupInput
      label={label}
      name={label ?? words.label(field.label)}
      required={field.required}
      error={error ?? refusal}
    >
      <Stack gap={6}>
        {held.map((file) => (
          <Group key={file.id} gap={6} wrap="nowrap">
            <Text size="sm" truncate="end" flex={1}>
              {file.name}
            </Text>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${words.t("fields.remove")}: ${file.name}`}
              onClick={() => change(held.filter((one) => one !== file))}
            >
              <IconX size={16} />
            </ActionIcon>
          </Group>
        ))}
        {begin.isPending && (
          <Progress
            value={share * 100}
            aria-label={words.t("fields.uploading", { name: begin.variables?.file.name })}
          />
        )}
        {(field.multiple || held.length === 0) && (
          <FileButton onChange={take}>
            {(props) => (
              <Button {...props} variant="default" size="sm" leftSection={<IconPaperclip size={16} />}>
                {words.t("fields.chooseFile")}
              </Button>
            )}
          </FileButton>
        )}
      </Stack>
    </GroupInput>
  );
}
