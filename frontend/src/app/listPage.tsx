import { ActionIcon, Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconFileImport, IconPlus } from "@tabler/icons-react";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useMemo } from "react";
import { useObject } from "@/api/objects";
import { useViews } from "@/api/views";
import { useWords } from "@/i18n/useWords";
import { boardOf } from "@/kit/board/boardState";
import { LayoutField } from "@/kit/board/LayoutField";
import { PipelinePicker } from "@/kit/board/PipelinePicker";
import { endFields } from "@/kit/calendar/entries";
import { openCreate } from "@/kit/form/create";
import { FilterBar } from "@/kit/list/FilterBar";
import { LayoutSwitch } from "@/kit/list/LayoutSwitch";
import { layoutOf } from "@/kit/list/layouts";
import { addressOf, isChanged, type ListAddress, type ListSearch, searchOf } from "@/kit/list/listState";
import { RecordListCount } from "@/kit/list/RecordListCount";
import { RecordListOptions } from "@/kit/list/RecordListOptions";
import { Page } from "@/kit/Page";
import { listAction } from "@/kit/slots";
import { SaveView } from "@/kit/views/SaveView";
import { ViewTabs } from "@/kit/views/ViewTabs";
import { openedView, partsOf, plainAddress, valuesOf } from "@/kit/views/viewState";
import { may } from "@/metadata/access";
import type { CompiledObject } from "@/metadata/compile";
import "./listSlots";

const PHONE = "(max-width: 48em)";
const loadList = () => import("@/kit/list/RecordList");
const RecordList = lazy(() => loadList().then((module) => ({ default: module.RecordList })));
const Board = lazy(() => import("./boardLayout").then((module) => ({ default: module.BoardLayout })));
const Calendar = lazy(() => import("@/kit/calendar/Calendar").then((module) => ({ default: module.Calendar })));

// Most lists are lists: what draws them on this screen comes while the object and its views are still being asked for.
const loadRows = () =>
  matchMedia(PHONE).matches ? import("@/kit/list/RecordCards") : import("@/kit/list/RecordTable");
Promise.all([loadList(), loadRows()]).catch(() => {});

/** The records of one object, as a list, as a board or in a calendar, under one of its saved views. */
export function ListPage() {
  const { plural } = useParams({ from: "/staff/records/$plural" });
  const object = useObject(plural);
  return <ObjectList key={plural} object={object} />;
}

/** The list that the address means, and how to move to another. */
function useList(object: CompiledObject) {
  const address = useSearch({ from: "/staff/records/$plural" });
  const navigate = useNavigate();
  const views = useViews(object.plural).data ?? [];
  const view = openedView(views, address);
  const parts = useMemo(() => (view ? partsOf(view) : {}), [view]);
  const search = useMemo<ListSearch>(() => {
    const read = searchOf(address, parts);
    return view ? { ...read, saved: view.id } : read;
  }, [address, parts, view]);
  const go = (to: ListAddress) =>
    navigate({ to: "/records/$plural", params: { plural: object.plural }, search: to, replace: true });
  const own = addressOf(search, parts);
  return {
    views,
    view,
    search,
    go,
    change: (next: ListSearch) => go(addressOf(next, parts)),
    /** A layout alone is no list worth a name. */
    isDirty: isChanged(view ? own : { ...own, layout: undefined }),
  };
}

function ObjectList({ object }: { object: CompiledObject }) {
  const { t, label } = useWords("lists");
  const { views, view, search, go, change, isDirty } = useList(object);
  const isPhone = useMediaQuery(PHONE, false, { getInitialValueInEffect: false });
  const Action = listAction(object.plural);
  const { layout, offered, fields, by } = layoutOf(object, search);
  const board = layout === "board" ? boardOf(object, search.by) : undefined;
  const layouts = (
    <LayoutSwitch
      offered={offered}
      layout={layout}
      isPhone={isPhone}
      onChange={(next) => change({ ...search, layout: next, by: undefined, end: undefined })}
    />
  );
  return (
    <Page
      title={label(object.labelPlural)}
      aside={layout === "list" && <RecordListCount object={object} search={search} />}
      fill
      actions={
        <>
          {!isPhone && layouts}
          {layout === "list" && <RecordListOptions object={object} search={search} onChange={change} />}
          <Suspense fallback={null}>{Action && <Action />}</Suspense>
          <Beginnings object={object} isPhone={isPhone} />
        </>
      }
    >
      <ViewTabs object={object} views={views} view={view} onLeave={() => go(plainAddress(views))} />
      <FilterBar
        object={object}
        search={search}
        onChange={change}
        withSort={isPhone && layout === "list"}
        end={
          isDirty && (
            <SaveView
              object={object}
              view={view}
              values={valuesOf({ ...search, layout }, by?.name)}
              onReset={() => go({ saved: search.saved })}
              onSaved={(saved) => go({ saved: saved.id })}
            />
          )
        }
      >
        {isPhone && layouts}
        {board && <PipelinePicker board={board} search={search} onChange={change} />}
        <LayoutField
          name={t(layout === "board" ? "board.by" : "calendar.by")}
          fields={fields}
          value={by?.name ?? ""}
          onChange={(name) => change({ ...search, by: name })}
        />
        {layout === "calendar" && by && (
          <LayoutField
            name={t("calendar.until")}
            none={t("calendar.oneDay")}
            fields={endFields(object, by)}
            value={search.end ?? ""}
            onChange={(name) => change({ ...search, end: name || undefined })}
          />
        )}
      </FilterBar>
      <Suspense fallback={null}>
        {layout === "board" && <Board object={object} search={search} />}
        {layout === "calendar" && <Calendar object={object} search={search} onChange={change} />}
        {layout === "list" && <RecordList object={object} search={search} onChange={change} />}
      </Suspense>
    </Page>
  );
}

/** How records come to be: one made here, or many from a file. */
function Beginnings({ object, isPhone }: { object: CompiledObject; isPhone: boolean }) {
  const { t, inner } = useWords("lists");
  if (!may(object.permissions, "create")) return null;
  const createName = t("create.submit", { name: inner(object.label) });
  const importName = t("import.start", { name: inner(object.labelPlural) });
  const create = () => openCreate({ plural: object.plural });
  return (
    <>
      {object.features.importable && (
        <ActionIcon
          variant="default"
          size={36}
          aria-label={importName}
          title={importName}
          renderRoot={(props) => <Link {...props} to="/imports/new" search={{ object: object.plural }} />}
        >
          <IconFileImport size={18} />
        </ActionIcon>
      )}
      {isPhone ? (
        <ActionIcon size={36} aria-label={createName} onClick={create}>
          <IconPlus size={18} />
        </ActionIcon>
      ) : (
        <Button leftSection={<IconPlus size={16} />} onClick={create}>
          {createName}
        </Button>
      )}
    </>
  );
}
