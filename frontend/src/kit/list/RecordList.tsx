import { lazy, Suspense, useEffect, useMemo } from "react";
import { useLongRecords } from "@/api/longRecords";
import type { CompiledObject } from "@/metadata/compile";
import { rememberList } from "./lastList";
import { type ListSearch, queryOf } from "./listState";
import { ListProblem, NoRecords } from "./RecordListEmpty";
import { flatLines } from "./RecordListLines";
import { RecordListShown } from "./RecordListShown";

const GroupedList = lazy(() => import("./RecordListGroups").then((module) => ({ default: module.GroupedList })));

interface Props {
  object: CompiledObject;
  search: ListSearch;
  onChange(search: ListSearch): void;
}

/** The records of an object: a table on a desk, cards on a phone, one after the other or in groups. */
export function RecordList(props: Props) {
  const { object, search } = props;
  const field = search.group && !search.q ? object.fields.get(search.group) : undefined;
  if (!field) return <FlatList {...props} />;
  return (
    <Suspense fallback={null}>
      <GroupedList key={field.name} {...props} field={field} />
    </Suspense>
  );
}

/** So many places stand for the records that are on their way. */
const PLACES = 10;

function FlatList({ object, search, onChange }: Props) {
  const query = queryOf(object, search);
  const { list, rows, see } = useLongRecords(object.plural, query);
  useEffect(() => rememberList(object.plural, query));
  const { hasNextPage } = list;
  const isComing = list.isPending || hasNextPage;
  const lines = useMemo(() => flatLines(rows, isComing ? PLACES : 0), [rows, isComing]);
  if (list.isError && !rows.count) return <ListProblem problem={list.error} onRetry={() => list.refetch()} />;
  if (list.isSuccess && !rows.count && !hasNextPage)
    return <NoRecords object={object} search={search} onChange={onChange} />;
  return (
    <RecordListShown
      object={object}
      search={search}
      onChange={onChange}
      lines={lines}
      hasMore={hasNextPage}
      onSee={see}
    />
  );
}
