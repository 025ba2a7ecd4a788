/** Which layouts an object has, and by which field each of them goes. */
import type { FieldMeta } from "@/api/types";
import { boardFields, boardOf } from "@/kit/board/boardState";
import { calendarField, hasDays, timeFields } from "@/kit/calendar/entries";
import type { CompiledObject } from "@/metadata/compile";
import type { Layout, ListSearch } from "./listState";

export interface LayoutMeta {
  layout: Layout;
  offered: ReadonlySet<Layout>;
  /** The fields that the layout could go by, and the one that it goes by. */
  fields: readonly FieldMeta[];
  by: FieldMeta | undefined;
}

export function layoutOf(object: CompiledObject, search: ListSearch): LayoutMeta {
  const boards = boardFields(object);
  const offered = new Set<Layout>(["list"]);
  if (boards.length) offered.add("board");
  if (hasDays(object)) offered.add("calendar");
  const layout = search.layout && offered.has(search.layout) ? search.layout : "list";
  if (layout === "board") return { layout, offered, fields: boards, by: boardOf(object, search.by)?.by };
  if (layout === "calendar")
    return { layout, offered, fields: timeFields(object), by: calendarField(object, search.by) };
  return { layout, offered, fields: [], by: undefined };
}
