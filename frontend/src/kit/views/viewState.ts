/** Saved views as lists have them, and lists as views keep them. */
import type { SavedView, ViewValues } from "@/api/types";
import { type ListAddress, type ListSearch, NO_VIEW, VIEW_PARTS, type ViewParts } from "@/kit/list/listState";

/** The parts of a list that a view gives it. */
export function partsOf(view: SavedView): ViewParts {
  const by = view.layout === "board" ? view.board_by : view.layout === "calendar" ? view.calendar_by : null;
  return {
    layout: view.layout === "list" ? undefined : view.layout,
    filter: (view.filter as ViewParts["filter"] | null) ?? undefined,
    sort: view.sort ?? undefined,
    columns: view.columns?.length ? view.columns : undefined,
    group: view.group_by ?? undefined,
    by: by ?? undefined,
    end: (view.layout === "calendar" && view.calendar_end) || undefined,
  };
}

/** What a view keeps of a list; `by` is the field that the layout goes by when nobody chose one. */
export function valuesOf(search: ListSearch, by: string | undefined): ViewValues {
  const layout = search.layout ?? "list";
  return {
    layout,
    columns: search.columns ?? [],
    filter: (search.filter ?? null) as NonNullable<ViewValues["filter"]>,
    sort: search.sort ?? null,
    group_by: search.group ?? null,
    board_by: layout === "board" ? (search.by ?? by ?? null) : null,
    calendar_by: layout === "calendar" ? (search.by ?? by ?? null) : null,
    calendar_end: layout === "calendar" ? (search.end ?? null) : null,
  };
}

/** The view that an address opens: the one that it names; of an address that asks nothing, the one the role begins with. */
export function openedView(views: readonly SavedView[], address: ListAddress): SavedView | undefined {
  if (address.saved) return views.find((view) => view.id === address.saved);
  const asksNothing = !address.q && VIEW_PARTS.every((part) => address[part] === undefined);
  return asksNothing ? defaultView(views) : undefined;
}

export const defaultView = (views: readonly SavedView[]) => views.find((view) => view.is_default);

/** The address of the list without any view. */
export const plainAddress = (views: readonly SavedView[]): ListAddress =>
  defaultView(views) ? { saved: NO_VIEW } : {};
