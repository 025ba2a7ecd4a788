import { Skeleton } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { lazy, Suspense } from "react";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import type { CompiledObject } from "@/metadata/compile";

const MergeSteps = lazy(() => import("./MergeSteps").then((module) => ({ default: module.MergeSteps })));

interface Props {
  object: CompiledObject;
  /** The records to make one of; with one alone, the dialog first asks which others are the same. */
  ids: readonly string[];
  opened: boolean;
  onClose(): void;
  /** After the merge, with the id of the record that stayed. */
  onMerged?(winner: string): void;
}

/** Several records made one, field by field, seen beforehand and taken back by a click. */
export function MergeDialog({ object, ids, opened, onClose, onMerged }: Props) {
  const { t, inner } = useWords("records");
  const isPhone = useMediaQuery("(max-width: 48em)") ?? false;
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={t("merge.title", { name: inner(object.labelPlural) })}
      size={980}
      fullScreen={isPhone}
      data-print="never"
    >
      {opened && (
        <Suspense fallback={<Skeleton height={240} />}>
          <MergeSteps object={object} ids={ids} onClose={onClose} onMerged={onMerged} />
        </Suspense>
      )}
    </Dialog>
  );
}
