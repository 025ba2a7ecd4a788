import { ActionIcon, Button, FileButton, Group, Progress, Skeleton, Stack, Switch, Text } from "@mantine/core";
import { IconUpload, IconX } from "@tabler/icons-react";
import { type DragEvent, lazy, Suspense, useRef, useState } from "react";
import { useFiles } from "@/api/files";
import { useMe } from "@/api/me";
import type { KeptFile } from "@/api/recordTypes";
import type { RecordRow } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { may } from "@/metadata/access";
import type { CompiledObject } from "@/metadata/compile";
import { problemText } from "../problemText";
import { FileRow } from "./FileRow";
import classes from "./Files.module.css";
import { type Upload, useUploads } from "./useUploads";

const FilePreview = lazy(() => import("./FilePreview").then((module) => ({ default: module.FilePreview })));

export interface Shown {
  file: KeptFile;
  version: number;
}

/** The files of a record: dropped or chosen, looked at, brought up to date, deleted and brought back. */
export function Files({ object, record }: { object: CompiledObject; record: RecordRow }) {
  const { t } = useWords("records");
  const { user } = useMe();
  const mayEdit = may(object.permissions, "update", record, user.id);
  const [withDeleted, setWithDeleted] = useState(false);
  const list = useFiles(object.plural, record.id, withDeleted);
  const { uploads, take, dismiss } = useUploads(object.plural, record.id);
  const [isOver, setOver] = useState(false);
  const [shown, setShown] = useState<Shown | null>(null);
  const depth = useRef(0);
  const files = list.data?.pages.flatMap((page) => page.items).filter((file) => file.state !== "refused") ?? [];

  const isFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  const drop = (event: DragEvent) => {
    if (!isFiles(event)) return;
    event.preventDefault();
    depth.current = 0;
    setOver(false);
    take([...event.dataTransfer.files]);
  };
  const enter = (event: DragEvent, by: 1 | -1) => {
    if (!isFiles(event)) return;
    depth.current += by;
    setOver(depth.current > 0);
  };

  return (
    <div
      className={classes.zone}
      data-over={(mayEdit && isOver) || undefined}
      {...(mayEdit
        ? {
            onDragEnter: (event: DragEvent) => enter(event, 1),
            onDragLeave: (event: DragEvent) => enter(event, -1),
            onDragOver: (event: DragEvent) => isFiles(event) && event.preventDefault(),
            onDrop: drop,
          }
        : {})}
    >
      <Group justify="space-between" mb="sm">
        {mayEdit && (
          <Group gap="sm">
            <FileButton onChange={(chosen) => take(chosen)} multiple inputProps={{ "aria-label": t("files.upload") }}>
              {(props) => (
                <Button {...props} variant="default" size="compact-md" leftSection={<IconUpload size={15} />}>
                  {t("files.upload")}
                </Button>
              )}
            </FileButton>
            <Text size="sm" c="dimmed" visibleFrom="sm">
              {t("files.dropHint")}
            </Text>
          </Group>
        )}
        {mayEdit && (
          <Switch
            size="xs"
            label={t("files.showDeleted")}
            checked={withDeleted}
            onChange={(event) => setWithDeleted(event.currentTarget.checked)}
          />
        )}
      </Group>
      {uploads.map((upload) => (
        <UploadRow key={upload.key} upload={upload} onDismiss={() => dismiss(upload.key)} />
      ))}
      {list.isPending ? (
        <Skeleton height={48} aria-hidden />
      ) : (
        <ul className={classes.list} aria-label={withDeleted ? t("files.deletedOnes") : t("files.title")}>
          {files.map((file) => (
            <FileRow
              key={file.id}
              plural={object.plural}
              id={record.id}
              file={file}
              mayEdit={mayEdit}
              onShow={(version) => setShown({ file, version })}
              onNewVersion={(next) => take([next], file)}
            />
          ))}
        </ul>
      )}
      {!list.isPending && !files.length && !uploads.length && (
        <Text c="dimmed" py="lg" ta="center">
          {withDeleted ? t("files.noneDeleted") : mayEdit ? t("files.empty") : t("files.none")}
        </Text>
      )}
      {list.hasNextPage && (
        <Button variant="subtle" size="compact-md" onClick={() => list.fetchNextPage()}>
          {t("files.more")}
        </Button>
      )}
      {shown && (
        <Suspense fallback={null}>
          <FilePreview plural={object.plural} id={record.id} shown={shown} onClose={() => setShown(null)} />
        </Suspense>
      )}
    </div>
  );
}

function UploadRow({ upload, onDismiss }: { upload: Upload; onDismiss(): void }) {
  const { t } = useWords("records");
  return (
    <Stack gap={4} className={classes.upload} role={upload.problem ? "alert" : undefined}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" truncate="end">
          {upload.name}
        </Text>
        {upload.problem ? (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            aria-label={`${t("actions.close")}: ${upload.name}`}
            onClick={onDismiss}
          >
            <IconX size={15} />
          </ActionIcon>
        ) : null}
      </Group>
      {upload.problem ? (
        <Text size="sm" c="var(--attention)">
          {problemText(upload.problem, t)}
        </Text>
      ) : (
        <Progress value={upload.share * 100} size="sm" aria-label={t("fields.uploading", { name: upload.name })} />
      )}
    </Stack>
  );
}
