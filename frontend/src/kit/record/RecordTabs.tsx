import { Badge, Skeleton, Tabs } from "@mantine/core";
import { lazy, type ReactNode, Suspense } from "react";
import { useComments } from "@/api/comments";
import type { RecordRow } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import type { CompiledObject } from "@/metadata/compile";
import { timelineComposer } from "../slots";
import { Printed } from "./Printed";
import { usePrinting } from "./printing";
import { TabsBar } from "./TabsBar";
import { Timeline } from "./Timeline";

const RelatedList = lazy(() => import("./RelatedList").then((module) => ({ default: module.RelatedList })));
const Comments = lazy(() => import("./Comments").then((module) => ({ default: module.Comments })));
const Files = lazy(() => import("./Files").then((module) => ({ default: module.Files })));

/** The height of what stands above a timeline, kept free until it has come. */
const COMPOSER = 74;

interface Props {
  object: CompiledObject;
  record: RecordRow;
  tab: string | undefined;
  onTab(tab: string): void;
  /** The fields, where there is no room for them beside the tabs. */
  details: ReactNode;
}

/** What happened, what was said, what is kept, and what belongs to a record. The open tab is part of the address. */
export function RecordTabs({ object, record, tab, onTab, details }: Props) {
  const { t, label } = useWords("records");
  const Composer = timelineComposer();
  const unread = useComments(object.plural, record.id).data?.pages[0]?.new ?? 0;
  const related = object.related.map((one) => ({ ...one, tab: `${one.plural}-${one.link}` }));
  const known = ["timeline", "comments", "files", ...related.map((one) => one.tab), ...(details ? ["details"] : [])];
  // With a call to log, or a note, one is there at once on a phone too.
  const first = details && !object.features.activities ? "details" : "timeline";
  const open = tab && known.includes(tab) ? tab : first;
  const isPrinting = usePrinting();
  const tabs = (
    <Tabs value={open} onChange={(next) => next && onTab(next)} keepMounted={false} data-print="never">
      <TabsBar open={open}>
        {details && <Tabs.Tab value="details">{t("record.details")}</Tabs.Tab>}
        <Tabs.Tab value="timeline">{t("timeline.title")}</Tabs.Tab>
        <Tabs.Tab
          value="comments"
          rightSection={
            unread > 0 ? (
              <Badge size="sm" circle={unread < 10} aria-hidden>
                {unread}
              </Badge>
            ) : null
          }
          aria-label={unread > 0 ? t("comments.titleNew", { count: unread }) : undefined}
        >
          {t("comments.title")}
        </Tabs.Tab>
        <Tabs.Tab value="files">{t("files.title")}</Tabs.Tab>
        {related.map((one) => (
          <Tabs.Tab key={one.tab} value={one.tab}>
            {label(one.label)}
          </Tabs.Tab>
        ))}
      </TabsBar>
      {details && (
        <Tabs.Panel value="details" pt="md">
          {details}
        </Tabs.Panel>
      )}
      <Tabs.Panel value="timeline" pt="md">
        {Composer && object.features.activities && (
          <Suspense fallback={<Skeleton height={COMPOSER} mb="lg" />}>
            <Composer object={object} record={record} />
          </Suspense>
        )}
        <Timeline object={object} record={record} />
      </Tabs.Panel>
      <Tabs.Panel value="comments" pt="md">
        <Suspense fallback={<Skeleton height={120} />}>
          <Comments object={object} record={record} />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="files" pt="md">
        <Suspense fallback={<Skeleton height={120} />}>
          <Files object={object} record={record} />
        </Suspense>
      </Tabs.Panel>
      {related.map((one) => (
        <Tabs.Panel key={one.tab} value={one.tab} pt="md">
          <Suspense fallback={<Skeleton height={120} />}>
            <RelatedList object={object} record={record} related={one} />
          </Suspense>
        </Tabs.Panel>
      ))}
    </Tabs>
  );
  return (
    <>
      {tabs}
      {isPrinting && <Printed object={object} record={record} details={details} />}
    </>
  );
}
