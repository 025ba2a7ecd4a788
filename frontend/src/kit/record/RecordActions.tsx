import { Button } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { type ComponentType, type LazyExoticComponent, lazy, Suspense, useRef, useState } from "react";
import { useMe } from "@/api/me";
import type { RecordRow } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { may } from "@/metadata/access";
import type { CompiledObject } from "@/metadata/compile";
import { useActions } from "../actions";
import { useShortcuts } from "../shortcuts";
import { recordAction } from "../slots";
import { NextPrevious } from "./NextPrevious";
import { RecordMenu } from "./RecordMenu";

export interface RecordDialogProps {
  object: CompiledObject;
  record: RecordRow;
  opened: boolean;
  onClose(): void;
}

/** What opens over a record; each comes when it is first asked for. */
const DIALOGS = {
  edit: lazy(() => import("@/kit/form/EditDrawer").then((module) => ({ default: module.EditDrawer }))),
  share: lazy(() => import("./ShareDialog").then((module) => ({ default: module.ShareDialog }))),
  merge: lazy(() => import("../merge/MergeOfRecord").then((module) => ({ default: module.MergeOfRecord }))),
  history: lazy(() => import("./HistoryDrawer").then((module) => ({ default: module.HistoryDrawer }))),
  privacy: lazy(() => import("./PrivacyDialog").then((module) => ({ default: module.PrivacyDialog }))),
} satisfies Record<string, LazyExoticComponent<ComponentType<RecordDialogProps>>>;

export type RecordDialog = keyof typeof DIALOGS;

export function RecordActions({ object, record }: { object: CompiledObject; record: RecordRow }) {
  const { t } = useWords();
  const { user } = useMe();
  const [dialog, setDialog] = useState<RecordDialog | null>(null);
  const [shown, setShown] = useState<RecordDialog | null>(null);
  const menuButton = useRef<HTMLButtonElement>(null);
  const Action = recordAction(object.plural);
  const mayUpdate = may(object.permissions, "update", record, user.id);
  const Dialog = shown ? DIALOGS[shown] : null;
  const open = (next: RecordDialog) => {
    setShown(next);
    setDialog(next);
  };
  const close = () => {
    setDialog(null);
    // What was opened from the menu has nothing to give the focus back to: the menu has gone.
    setTimeout(() => {
      if (!document.activeElement || document.activeElement === document.body) menuButton.current?.focus();
    }, 250);
  };
  const mayMerge = mayUpdate && may(object.permissions, "delete", record, user.id);
  useActions([
    ...(mayUpdate ? [{ id: "record-edit", words: () => t("record.edit"), keys: "e", run: () => open("edit") }] : []),
    { id: "record-share", words: () => t("record.share"), run: () => open("share") },
    { id: "record-history", words: () => t("record.history"), run: () => open("history") },
    ...(mayMerge ? [{ id: "record-merge", words: () => t("record.merge"), run: () => open("merge") }] : []),
  ]);
  useShortcuts("record", mayUpdate ? [{ key: "e", words: t("record.edit"), run: () => open("edit") }] : []);
  return (
    <>
      <NextPrevious plural={object.plural} id={record.id} />
      {Action && mayUpdate && <Action object={object} record={record} />}
      {mayUpdate && (
        <Button variant="default" leftSection={<IconPencil size={16} />} onClick={() => open("edit")} visibleFrom="xs">
          {t("actions.edit")}
        </Button>
      )}
      <RecordMenu object={object} record={record} onOpen={open} button={menuButton} />
      <Suspense fallback={null}>
        {Dialog && <Dialog object={object} record={record} opened={dialog !== null} onClose={close} />}
      </Suspense>
    </>
  );
}
