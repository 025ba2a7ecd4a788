import { ActionIcon, Button, SegmentedControl } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconFileImport, IconPlus } from "@tabler/icons-react";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useObject } from "@/api/objects";
import { useWords } from "@/i18n/useWords";
import { openCreate } from "@/kit/create";
import { FilterBar } from "@/kit/FilterBar";
import type { ListSearch } from "@/kit/listState";
import { Page } from "@/kit/Page";
import { PipelinePicker } from "@/kit/PipelinePicker";
import { may } from "@/metadata/access";
import type { CompiledObject } from "@/metadata/compile";

const RecordList = lazy(() => import("@/kit/RecordList").then((module) => ({ default: module.RecordList })));
const Board = lazy(() => import("@/kit/Board").then((module) => ({ default: module.Board })));

/** The records of one object, as a list or as a board. */
export function ListPage() {
  const { plural } = useParams({ from: "/staff/records/$plural" });
  const object = useObject(plural);
  return <ObjectList key={plural} object={object} />;
}

function ObjectList({ object }: { object: CompiledObject }) {
  const { t, label, inner } = useWords();
  const search = useSearch({ from: "/staff/records/$plural" });
  const navigate = useNavigate();
  const isPhone = useMediaQuery("(max-width: 48em)") ?? false;
  const change = (next: ListSearch) =>
    navigate({ to: "/records/$plural", params: { plural: object.plural }, search: next, replace: true });
  const isBoard = Boolean(object.board) && search.view === "board";
  const mayCreate = may(object.permissions, "create");
  const createName = t("create.submit", { name: inner(object.label) });
  const importName = t("import.start", { name: inner(object.labelPlural) });
  return (
    <Page
      title={label(object.labelPlural)}
      fill
      actions={
        <>
          {object.board && (
            <SegmentedControl
              size="xs"
              aria-label={t("list.view")}
              data={[
                { value: "table", label: t("list.table") },
                { value: "board", label: t("list.board") },
              ]}
              value={isBoard ? "board" : "table"}
              onChange={(view) => change({ ...search, view: view as "table" | "board" })}
            />
          )}
          {object.features.importable && mayCreate && (
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
          {mayCreate &&
            (isPhone ? (
              <ActionIcon size={36} aria-label={createName} onClick={() => openCreate({ plural: object.plural })}>
                <IconPlus size={18} />
              </ActionIcon>
            ) : (
              <Button leftSection={<IconPlus size={16} />} onClick={() => openCreate({ plural: object.plural })}>
                {createName}
              </Button>
            ))}
        </>
      }
    >
      <FilterBar object={object} search={search} onChange={change} withSort={isPhone && !isBoard}>
        {isBoard && object.board && <PipelinePicker board={object.board} search={search} onChange={change} />}
      </FilterBar>
      <Suspense fallback={null}>
        {isBoard && object.board ? (
          <Board object={object} board={object.board} search={search} />
        ) : (
          <RecordList object={object} search={search} onChange={change} />
        )}
      </Suspense>
    </Page>
  );
}
