import { ActionIcon, FileButton, Menu, Text, UnstyledButton } from "@mantine/core";
import { IconArrowBackUp, IconDots, IconDownload, IconEye, IconTrash, IconUpload } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { fileAddress, useFileWrites } from "@/api/files";
import type { KeptFile } from "@/api/recordTypes";
import { userName, useUsers } from "@/api/users";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { showProblem, showUndo } from "../notices";
import classes from "./Files.module.css";
import { fileIcon, sizeText } from "./fileWords";

interface Props {
  plural: string;
  id: string;
  file: KeptFile;
  mayEdit: boolean;
  onShow(version: number): void;
  onNewVersion(next: File): void;
}

/** Opens the address of a file as a download, without leaving the page. */
async function download(plural: string, id: string, file: KeptFile, version?: number) {
  try {
    const { url } = await fileAddress(plural, id, file.id, "download", version);
    const link = document.createElement("a");
    link.href = url;
    link.download = file.name;
    link.rel = "noopener";
    link.click();
  } catch (problem) {
    showProblem(problem);
  }
}

export function FileRow({ plural, id, file, mayEdit, onShow, onNewVersion }: Props) {
  const { t } = useWords("records");
  const formats = useFormats();
  const users = useUsers();
  const { remove, restore } = useFileWrites(plural, id);
  const [isUnfolded, setUnfolded] = useState(false);
  const resetInput = useRef<() => void>(null);
  const Icon = fileIcon(file.type);
  const isReady = file.state === "ready";
  const isGone = Boolean(file.deleted_at);
  const by = userName(users.find((user) => user.id === file.by)) || t("fields.someone");
  const open = () => (file.may_be_shown ? onShow(file.version) : download(plural, id, file));
  const drop = () =>
    remove
      .mutateAsync(file.id)
      .then(() => showUndo(t("files.removed", { name: file.name }), () => restore.mutateAsync(file.id)))
      .catch(showProblem);
  const earlier = file.versions.filter((one) => one.version !== file.version && one.state === "ready");
  const told = [sizeText(file.size, formats.locale), by, formats.when(file.at)].join(" · ");
  return (
    <li className={classes.file}>
      <Icon size={22} stroke={1.5} className={classes.icon} aria-hidden />
      <div className={classes.text}>
        {isReady && !isGone ? (
          <UnstyledButton className={classes.name} onClick={open}>
            {file.name}
          </UnstyledButton>
        ) : (
          <Text truncate="end">{file.name}</Text>
        )}
        <Text size="xs" c="dimmed" title={formats.instant(file.at)}>
          {isReady ? told : t("files.checking")}
        </Text>
        {earlier.length > 0 && !isGone && (
          <UnstyledButton
            className={classes.versions}
            aria-expanded={isUnfolded}
            onClick={() => setUnfolded((before) => !before)}
          >
            {t("files.versions", { count: earlier.length })}
          </UnstyledButton>
        )}
        {isUnfolded &&
          earlier.map((one) => (
            <UnstyledButton
              key={one.version}
              className={classes.versions}
              onClick={() => download(plural, id, file, one.version)}
            >
              {t("files.versionOf", { n: one.version, when: formats.instant(one.at) })}
            </UnstyledButton>
          ))}
      </div>
      {mayEdit && isGone ? (
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t("files.restore", { name: file.name })}
          onClick={() => restore.mutate(file.id, { onError: showProblem })}
        >
          <IconArrowBackUp size={16} />
        </ActionIcon>
      ) : (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size={30} aria-label={t("files.menu", { name: file.name })}>
              <IconDots size={17} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {file.may_be_shown && (
              <Menu.Item leftSection={<IconEye size={16} />} onClick={() => onShow(file.version)}>
                {t("files.show")}
              </Menu.Item>
            )}
            <Menu.Item leftSection={<IconDownload size={16} />} onClick={() => download(plural, id, file)}>
              {t("files.download")}
            </Menu.Item>
            {mayEdit && (
              <FileButton
                resetRef={resetInput}
                onChange={(next) => {
                  if (next) onNewVersion(next);
                  resetInput.current?.();
                }}
                inputProps={{ "aria-label": t("files.newVersion") }}
              >
                {(props) => (
                  <Menu.Item leftSection={<IconUpload size={16} />} closeMenuOnClick={false} {...props}>
                    {t("files.newVersion")}
                  </Menu.Item>
                )}
              </FileButton>
            )}
            {mayEdit && (
              <Menu.Item color="var(--attention)" leftSection={<IconTrash size={16} />} onClick={drop}>
                {t("actions.delete")}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  );
}
