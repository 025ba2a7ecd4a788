import { ActionIcon, Button, Group, Paper, Text } from "@mantine/core";
import {
  IconArrowMerge,
  IconDownload,
  IconPencil,
  IconTag,
  IconTagOff,
  IconTrash,
  IconUserShare,
  IconX,
} from "@tabler/icons-react";
import { lazy, Suspense, useRef, useState } from "react";
import type { Filter } from "@/api/types";
import { useFormats } from "@/fields/useFormats";
import { withWords } from "@/i18n/i18n";
import { useWords } from "@/i18n/useWords";
import type { ListSearch } from "@/kit/list/listState";
import { MOST_IDS, type SelectionOfList } from "@/kit/list/RecordListSelection";
import { actionsOfBulk } from "@/kit/slots";
import { may } from "@/metadata/access";
import { type CompiledObject, isEditable } from "@/metadata/compile";
import classes from "./Bulk.module.css";
import type { BulkEdit } from "./bulkEdit";

const BulkDialog = lazy(() => import("./BulkDialog").then((module) => ({ default: module.BulkDialog })));
const ExportDialog = lazy(() => import("../export/ExportDialog").then((module) => ({ default: module.ExportDialog })));
const MergeDialog = lazy(async () => ({
  default: (await withWords("records", () => import("../merge/MergeDialog"))).MergeDialog,
}));
const MOST_MERGED = 10;

interface Props {
  object: CompiledObject;
  selection: SelectionOfList;
  search: ListSearch;
  filter: Filter | undefined;
  /** Whether all that match can be meant: a text that is searched for cannot be told to a bulk. */
  canAll: boolean;
}

/** What can be done with the ticked records, below their list. */
export function BulkBar({ object, selection, search, filter, canAll }: Props) {
  const { t } = useWords("lists");
  const formats = useFormats();
  const [action, setAction] = useState<BulkEdit>();
  const [isMerging, setMerging] = useState(false);
  const [isExporting, setExporting] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  const { ids, isAll } = selection.selection;
  const count = ids.size;
  const target = isAll ? { filter: filter ?? null } : { ids: [...ids] };
  const isTooMany = !isAll && count > MOST_IDS;
  const mayUpdate = may(object.permissions, "update");
  const hasTags = mayUpdate && object.fields.has("tags");
  const offered: { action: BulkEdit; icon: typeof IconTag; when: boolean }[] = [
    { action: "update", icon: IconPencil, when: mayUpdate && [...object.fields.values()].some(isEditable) },
    { action: "transfer", icon: IconUserShare, when: mayUpdate && object.features.owned !== false },
    { action: "tag", icon: IconTag, when: hasTags },
    { action: "untag", icon: IconTagOff, when: hasTags },
  ];
  const canMerge = !isAll && count > 1 && count <= MOST_MERGED && mayUpdate && may(object.permissions, "delete");
  return (
    <Paper
      ref={bar}
      role="region"
      aria-label={t("bulk.region")}
      className={classes.bar}
      shadow="md"
      withBorder
      px="sm"
      py={6}
    >
      <Group gap={6} wrap="nowrap" className={classes.scroll}>
        <Text size="sm" fw={500} className={`numbers ${classes.chosen}`} aria-live="polite">
          {isAll ? t("bulk.allChosen") : t("bulk.chosen", { count, n: formats.number(count) })}
        </Text>
        {!isAll && canAll && (
          <Button size="compact-sm" variant="subtle" flex="none" onClick={selection.selectAll}>
            {t("bulk.all")}
          </Button>
        )}
        {isTooMany ? (
          <Text size="sm" c="dimmed">
            {t("bulk.tooMany", { n: formats.number(MOST_IDS) })}
          </Text>
        ) : (
          <>
            {offered
              .filter((one) => one.when)
              .map(({ action: name, icon }) => (
                <Act key={name} icon={icon} onClick={() => setAction(name)}>
                  {t(`bulk.${name}`)}
                </Act>
              ))}
            {may(object.permissions, "export") && (
              <Act icon={IconDownload} onClick={() => setExporting(true)}>
                {t("bulk.export")}
              </Act>
            )}
            {canMerge && (
              <Act icon={IconArrowMerge} onClick={() => setMerging(true)}>
                {t("bulk.merge")}
              </Act>
            )}
            <Suspense fallback={null}>
              {actionsOfBulk().map(([id, BulkAction]) => (
                <BulkAction key={id} object={object} target={target} onDone={selection.clear} />
              ))}
            </Suspense>
            {may(object.permissions, "delete") && (
              <Act icon={IconTrash} color="pimenton" onClick={() => setAction("delete")}>
                {t("bulk.delete")}
              </Act>
            )}
          </>
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          className={classes.clear}
          aria-label={t("bulk.clear")}
          onClick={selection.clear}
        >
          <IconX size={16} />
        </ActionIcon>
      </Group>
      <Suspense fallback={null}>
        {action && (
          <BulkDialog
            object={object}
            action={action}
            target={target}
            onClose={() => setAction(undefined)}
            onStarted={selection.clear}
          />
        )}
        {isExporting && (
          <ExportDialog
            object={object}
            search={search}
            ids={isAll ? undefined : selection.inOrder()}
            onClose={() => setExporting(false)}
          />
        )}
        {isMerging && (
          <MergeDialog
            object={object}
            ids={[...ids]}
            opened
            onClose={() => setMerging(false)}
            onMerged={selection.clear}
          />
        )}
      </Suspense>
    </Paper>
  );
}

interface ActProps {
  icon: typeof IconTag;
  color?: string;
  children: string;
  onClick(): void;
}

function Act({ icon: Icon, children, ...button }: ActProps) {
  return (
    <Button size="compact-sm" flex="none" variant="default" leftSection={<Icon size={15} />} {...button}>
      {children}
    </Button>
  );
}
