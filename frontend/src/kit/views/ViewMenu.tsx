import { Menu } from "@mantine/core";
import { lazy, type ReactElement, Suspense, useState } from "react";
import type { SavedView } from "@/api/types";
import { useChangeView, useCreateView, useDeleteView } from "@/api/views";
import { useWords } from "@/i18n/useWords";
import { showProblem, showUndo } from "../notices";
import { PressedMenu } from "../PressedMenu";

const ViewDialog = lazy(() => import("./ViewDialog").then((module) => ({ default: module.ViewDialog })));

interface Props {
  target: ReactElement;
  plural: string;
  view: SavedView;
  /** The view is gone: show what it was a part of. */
  onLeave(): void;
}

/** What its owner can do with a view. */
export function ViewMenu({ target, plural, view, onLeave }: Props) {
  const { t } = useWords("lists");
  const [isEditing, setEditing] = useState(false);
  const create = useCreateView(plural);
  const change = useChangeView(plural);
  const drop = useDeleteView(plural);
  const remove = async () => {
    try {
      await drop.mutateAsync(view);
      onLeave();
      showUndo(t("views.deleted", { name: view.name }), () => create.mutateAsync(savable(view)));
    } catch (problem) {
      showProblem(problem);
    }
  };
  return (
    <>
      <PressedMenu position="bottom-start" target={target}>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setEditing(true)}>{t("views.edit")}</Menu.Item>
          <Menu.Item c="var(--attention)" onClick={remove}>
            {t("views.delete")}
          </Menu.Item>
        </Menu.Dropdown>
      </PressedMenu>
      {isEditing && (
        <Suspense fallback={null}>
          <ViewDialog
            view={view}
            onClose={() => setEditing(false)}
            onSave={(values) => change.mutateAsync({ view, values })}
          />
        </Suspense>
      )}
    </>
  );
}

/** What can be saved again of a view that was there. */
function savable(view: SavedView) {
  const { name, layout, columns, filter, sort, group_by, board_by, calendar_by, calendar_end } = view;
  const { shared, shared_with, default_for } = view;
  const drawn = { layout, columns, filter, sort, group_by, board_by, calendar_by, calendar_end };
  return { name, ...drawn, shared, shared_with, default_for };
}
