import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconSearchOff } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { useRecords } from "@/api/records";
import { useWords } from "@/i18n/useWords";
import { may } from "@/metadata/access";
import type { CompiledObject } from "@/metadata/compile";
import { openCreate } from "./create";
import { EmptyState } from "./EmptyState";
import { iconOf } from "./icons";
import { type ListSearch, nextSort, queryOf } from "./listState";
import { problemText } from "./problemText";
import { RecordCards } from "./RecordCards";
import { RecordTable } from "./RecordTable";

interface Props {
  object: CompiledObject;
  search: ListSearch;
  onChange(search: ListSearch): void;
}

/** The records of an object: a table on a desk, cards on a phone. */
export function RecordList({ object, search, onChange }: Props) {
  const { t } = useWords();
  const isPhone = useMediaQuery("(max-width: 48em)");
  const list = useRecords(object.plural, queryOf(object, search));
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = list;
  const records = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  if (list.isError && !records.length)
    return (
      <EmptyState icon={<IconSearchOff size={40} stroke={1.2} />} title={problemText(list.error, t)}>
        <Button variant="default" onClick={() => list.refetch()}>
          {t("actions.retry")}
        </Button>
      </EmptyState>
    );
  if (list.isSuccess && !records.length && !hasNextPage)
    return <NoRecords object={object} search={search} onChange={onChange} />;
  const shared = {
    object,
    records,
    isLoading: list.isPending || isFetchingNextPage,
    hasMore: hasNextPage,
    onMore: more,
  };
  if (isPhone) return <RecordCards {...shared} />;
  return (
    <RecordTable
      {...shared}
      sort={search.q ? undefined : search.sort}
      onSort={(field) => onChange({ ...search, q: undefined, sort: nextSort(search.sort, field) } as ListSearch)}
    />
  );
}

function NoRecords({ object, search, onChange }: Props) {
  const { t, inner } = useWords();
  const Icon = iconOf(object.icon);
  if (search.q || search.where)
    return (
      <EmptyState
        icon={<IconSearchOff size={40} stroke={1.2} />}
        title={t("list.nothing")}
        text={t("list.nothingHint")}
      >
        <Button variant="default" onClick={() => onChange({ view: search.view } as ListSearch)}>
          {t("list.clearAll")}
        </Button>
      </EmptyState>
    );
  return (
    <EmptyState
      icon={<Icon size={40} stroke={1.2} />}
      title={t("list.empty", { name: inner(object.labelPlural) })}
      text={object.features.importable ? t("list.emptyImport") : t("list.emptyCreate")}
    >
      {may(object.permissions, "create") && (
        <Button.Group mt="xs">
          <Button onClick={() => openCreate({ plural: object.plural })}>
            {t("create.submit", { name: inner(object.label) })}
          </Button>
          {object.features.importable && (
            <Button
              variant="default"
              renderRoot={(props) => <Link {...props} to="/imports/new" search={{ object: object.plural }} />}
            >
              {t("import.start", { name: inner(object.labelPlural) })}
            </Button>
          )}
        </Button.Group>
      )}
    </EmptyState>
  );
}
