import { ActionIcon } from "@mantine/core";
import { useClickOutside } from "@mantine/hooks";
import { IconAdjustmentsHorizontal } from "@tabler/icons-react";
import { lazy, Suspense, useRef, useState } from "react";
import { loadWords } from "@/i18n/i18n";
import { useWords } from "@/i18n/useWords";
import type { CompiledObject } from "@/metadata/compile";
import type { ListSearch } from "./listState";
import classes from "./RecordListPanel.module.css";

const Panel = lazy(() => import("./RecordListPanel").then((module) => ({ default: module.RecordListPanel })));
const ExportDialog = lazy(() =>
  import("@/kit/export/ExportDialog").then((module) => ({ default: module.ExportDialog })),
);
const ShareListDialog = lazy(async () => {
  const [{ ShareListDialog: dialog }] = await Promise.all([
    import("@/kit/share/ShareListDialog"),
    loadWords("sharedLists"),
  ]);
  return { default: dialog };
});

interface Props {
  object: CompiledObject;
  search: ListSearch;
  onChange(search: ListSearch): void;
}

/** How a list is shown, and what leaves it: columns, groups, export, trash. All of it comes with the first click. */
export function RecordListOptions({ object, search, onChange }: Props) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [leaving, setLeaving] = useState<"file" | "link">();
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const here = useClickOutside<HTMLDivElement>(() => setOpen(false));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to what its panel lets through
    <div
      ref={here}
      className={classes.place}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !isOpen) return;
        event.stopPropagation();
        close();
      }}
    >
      <ActionIcon
        ref={button}
        variant="default"
        size={36}
        aria-label={t("list.optionsOf")}
        title={t("list.options")}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <IconAdjustmentsHorizontal size={18} />
      </ActionIcon>
      {isOpen && (
        <Suspense fallback={null}>
          <Panel
            object={object}
            search={search}
            onChange={onChange}
            onExport={() => {
              close();
              setLeaving("file");
            }}
            onShare={() => {
              close();
              setLeaving("link");
            }}
          />
        </Suspense>
      )}
      <Suspense fallback={null}>
        {leaving === "file" && <ExportDialog object={object} search={search} onClose={() => setLeaving(undefined)} />}
        {leaving === "link" && (
          <ShareListDialog object={object} search={search} onClose={() => setLeaving(undefined)} />
        )}
      </Suspense>
    </div>
  );
}
