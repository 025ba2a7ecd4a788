import { Button } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import type { SavedView, ViewValues } from "@/api/types";
import { useChangeView, useCreateView } from "@/api/views";
import { useWords } from "@/i18n/useWords";
import type { CompiledObject } from "@/metadata/compile";
import { showProblem, showUndo } from "../notices";

const ViewDialog = lazy(() => import("./ViewDialog").then((module) => ({ default: module.ViewDialog })));

interface Props {
  object: CompiledObject;
  view: SavedView | undefined;
  /** What a view would keep of the list as it is. */
  values: ViewValues;
  onReset(): void;
  onSaved(view: SavedView): void;
}

/** What a changed list offers: keep it in its view, keep it as another, or go back. Until then it is one's own. */
export function SaveView({ object, view, values, onReset, onSaved }: Props) {
  const { t } = useWords("lists");
  const [isNaming, setNaming] = useState(false);
  const create = useCreateView(object.plural);
  const change = useChangeView(object.plural);
  const save = async () => {
    if (!view) return;
    const before = Object.fromEntries(Object.keys(values).map((part) => [part, view[part as keyof SavedView] ?? null]));
    try {
      const saved = await change.mutateAsync({ view, values });
      onSaved(saved);
      showUndo(t("views.saved", { name: view.name }), () => change.mutateAsync({ view: saved, values: before }));
    } catch (problem) {
      showProblem(problem);
    }
  };
  return (
    <Button.Group>
      {view && (
        <Button variant="subtle" color="gray" size="sm" onClick={onReset}>
          {t("views.reset")}
        </Button>
      )}
      {view?.can_change && (
        <Button variant="light" size="sm" loading={change.isPending} onClick={save}>
          {t("views.save")}
        </Button>
      )}
      <Button variant={view ? "subtle" : "light"} size="sm" onClick={() => setNaming(true)}>
        {t(view ? "views.saveAs" : "views.saveNew")}
      </Button>
      {isNaming && (
        <Suspense fallback={null}>
          <ViewDialog
            onClose={() => setNaming(false)}
            onSave={async (named) => onSaved(await create.mutateAsync({ ...values, ...named, name: named.name ?? "" }))}
          />
        </Suspense>
      )}
    </Button.Group>
  );
}
