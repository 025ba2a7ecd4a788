import { useMediaQuery } from "@mantine/hooks";
import { lazy, Suspense, useMemo } from "react";
import type { FieldMeta } from "@/api/types";
import type { CompiledObject } from "@/metadata/compile";
import { filterOf, type ListSearch, nextSort } from "./listState";
import classes from "./RecordList.module.css";
import { columnsOf } from "./RecordListColumns";
import type { GroupValue, Lines } from "./RecordListLines";
import { useSelection } from "./RecordListSelection";

const RecordCards = lazy(() => import("./RecordCards").then((module) => ({ default: module.RecordCards })));
const RecordTable = lazy(() => import("./RecordTable").then((module) => ({ default: module.RecordTable })));
const BulkBar = lazy(() => import("@/kit/bulk/BulkBar").then((module) => ({ default: module.BulkBar })));

interface Props {
  object: CompiledObject;
  search: ListSearch;
  onChange(search: ListSearch): void;
  lines: Lines;
  group?: FieldMeta;
  hasMore: boolean;
  onToggleGroup?(value: GroupValue): void;
  onSee(first: number, end: number, kept?: number): void;
}

const nothing = () => {};

/** The lines of a list as this screen shows them, and what can be done with the ticked ones. */
export function RecordListShown(props: Props) {
  const { object, search, onChange, lines, group, hasMore, onSee, onToggleGroup = nothing } = props;
  // Known before the first drawing: a table that is drawn and thrown away would cost a phone its first second.
  const isPhone = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  const selection = useSelection(lines.ids);
  const columns = useMemo(() => columnsOf(object, search), [object, search]);
  return (
    <div className={classes.frame}>
      <Suspense fallback={null}>
        {isPhone ? (
          <RecordCards
            object={object}
            columns={columns}
            lines={lines}
            group={group}
            selection={selection}
            onToggleGroup={onToggleGroup}
            onSee={onSee}
          />
        ) : (
          <RecordTable
            object={object}
            columns={columns}
            lines={lines}
            group={group}
            sort={search.q ? undefined : search.sort}
            hasMore={hasMore}
            selection={selection}
            onSort={(field) => onChange({ ...search, q: undefined, sort: nextSort(search.sort, field) })}
            onToggleGroup={onToggleGroup}
            onSee={onSee}
          />
        )}
      </Suspense>
      <Suspense fallback={null}>
        {selection.selection.ids.size > 0 && (
          <BulkBar
            object={object}
            selection={selection}
            search={search}
            filter={filterOf(object, search)}
            canAll={hasMore && !search.q}
          />
        )}
      </Suspense>
    </div>
  );
}
