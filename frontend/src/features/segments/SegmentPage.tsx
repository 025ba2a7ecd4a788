import { Button, Menu, SegmentedControl, Text } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { idempotencyKey } from "@/api/client";
import { useObject } from "@/api/objects";
import { segmentQuery, useSegmentWrites } from "@/api/segments";
import type { Filter } from "@/api/types";
import { loadWords } from "@/i18n/i18n";
import { useWords } from "@/i18n/useWords";
import { BackLink } from "@/kit/BackLink";
import { LeaveGuard } from "@/kit/LeaveGuard";
import { showDone, showProblem, showUndo } from "@/kit/notices";
import { Page } from "@/kit/Page";
import { may } from "@/metadata/access";
import { Editor } from "./Editor";
import { useMayWrite } from "./mayWrite";
import { Points } from "./Points";
import { useAsking } from "./useAsking";

const Members = lazy(() => import("./Members").then((module) => ({ default: module.Members })));
const Filling = lazy(() => import("./Filling").then((module) => ({ default: module.Filling })));
const ExportDialog = lazy(async () => {
  const [{ ExportDialog: dialog }] = await Promise.all([import("@/kit/export/ExportDialog"), loadWords("lists")]);
  return { default: dialog };
});
const History = lazy(() => import("./History").then((module) => ({ default: module.History })));

const SIDES = ["definition", "members", "history"] as const;

/** One segment: what it asks, who is in it, and how it grew. */
export function SegmentPage({ id, tab }: { id: string; tab?: string | undefined }) {
  const { t } = useWords("segments");
  const { data: saved } = useSuspenseQuery(segmentQuery(id));
  const object = useObject(saved.object);
  const isLive = saved.mode !== "static";
  const [name, setName] = useState(saved.name);
  const sides = SIDES.filter((one) => isLive || one !== "definition");
  const [side, setSide] = useState<string>(sides.find((one) => one === tab) ?? sides[0] ?? "members");
  const asking = useAsking({
    object: saved.object,
    filter: (saved.filter as Filter | null) ?? undefined,
    sentence: saved.sentence ?? "",
  });
  const writes = useSegmentWrites();
  const navigate = useNavigate();
  const mayWrite = useMayWrite();
  const mayExport = may(object.permissions, "export");
  const [isExporting, setExporting] = useState(false);
  const [points, setPoints] = useState(saved.points ?? null);
  const isDirty = asking.isChanged || name !== saved.name || points !== (saved.points ?? null);
  const isSaid = !asking.heard?.unknown.length && !asking.isReading && asking.object === saved.object;
  const content = { object: saved.object, mode: isLive ? ("live" as const) : ("static" as const) };

  const save = async () => {
    try {
      const said = asking.isChanged ? { filter: asking.filter ?? null, sentence: asking.text || null } : {};
      const wish = points === (saved.points ?? null) ? said : { ...said, points };
      await writes.change.mutateAsync({ id, version: saved.version, name: name.trim() || saved.name, ...wish });
      asking.settle();
      showDone(t("segments.saved"));
    } catch (reason) {
      showProblem(reason);
    }
  };
  const again = () =>
    writes.create.mutateAsync({
      ...content,
      name: saved.name,
      filter: (saved.filter as Filter | null) ?? null,
      sentence: saved.sentence ?? null,
      points: saved.points ?? null,
      key: idempotencyKey(),
    });
  const remove = () =>
    writes.remove.mutateAsync({ id, version: saved.version }).then(() => {
      navigate({ to: "/segments", ignoreBlocker: true });
      showUndo(t("segments.removed", { name: saved.name }), again);
    }, showProblem);

  return (
    <Page
      title={name || saved.name}
      before={<BackLink to="/segments" aria-label={t("segments.title")} />}
      aside={
        isDirty && (
          <Text size="sm" c="dimmed">
            {t("segments.unsaved")}
          </Text>
        )
      }
      actions={
        <>
          {(mayExport || mayWrite.remove) && (
            <Menu position="bottom-end">
              <Menu.Target>
                <Button variant="default" px={8} aria-label={t("segments.actions")}>
                  <IconDots size={18} />
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {mayExport && <Menu.Item onClick={() => setExporting(true)}>{t("segments.export")}</Menu.Item>}
                {mayWrite.remove && (
                  <Menu.Item c="var(--attention)" onClick={remove}>
                    {t(isLive ? "segments.remove" : "lists.remove")}
                  </Menu.Item>
                )}
              </Menu.Dropdown>
            </Menu>
          )}
          {mayWrite.update && (
            <Button disabled={!isDirty || !isSaid} loading={writes.change.isPending} onClick={save}>
              {t("actions.save")}
            </Button>
          )}
        </>
      }
    >
      <SegmentedControl
        mb="lg"
        aria-label={t("segments.title")}
        value={side}
        onChange={setSide}
        data={sides.map((value) => ({ value, label: t(`segments.${value}`) }))}
      />
      {side === "definition" && (
        <Editor asking={asking} object={object} name={name} onName={setName}>
          <Points object={object} points={points} onPoints={setPoints} />
        </Editor>
      )}
      <Suspense fallback={null}>
        {side === "members" && !isLive && mayWrite.update && (
          <Filling id={id} name={name} object={object} onName={setName}>
            <Points object={object} points={points} onPoints={setPoints} />
          </Filling>
        )}
        {side === "members" && (
          <Members id={id} object={object} list={isLive || !mayWrite.update ? undefined : saved.name} />
        )}
        {side === "history" && <History id={id} />}
        {isExporting && (
          <ExportDialog object={object} search={{ filter: { segment: id } }} onClose={() => setExporting(false)} />
        )}
      </Suspense>
      <LeaveGuard isDirty={isDirty && mayWrite.update} />
    </Page>
  );
}
