import { Button, SegmentedControl, Skeleton, Text } from "@mantine/core";
import { IconFileDescription } from "@tabler/icons-react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { type Campaign, campaignQuery, useCampaignWrites } from "@/api/campaigns";
import { useObject } from "@/api/objects";
import { useMaybeRecord } from "@/api/records";
import { FieldValue } from "@/fields/FieldValue";
import { useWords } from "@/i18n/useWords";
import { LeaveGuard } from "@/kit/LeaveGuard";
import { showDone, showProblem } from "@/kit/notices";
import { Page } from "@/kit/Page";
import { errorTexts } from "@/kit/problemText";
import { nameOf } from "@/metadata/compile";
import { CampaignBackLink } from "./CampaignBackLink";
import classes from "./Campaigns.module.css";
import { useMayWrite } from "./mayWrite";
import { changesOf, completed, draftOf } from "./plan";
import { Standing } from "./Standing";

const PlanTab = lazy(() => import("./PlanTab").then((module) => ({ default: module.PlanTab })));
const SendTab = lazy(() => import("./SendTab").then((module) => ({ default: module.SendTab })));
const ResultsTab = lazy(() => import("./ResultsTab").then((module) => ({ default: module.ResultsTab })));

export const TABS = ["plan", "send", "results"] as const;
export type Tab = (typeof TABS)[number];

interface Props {
  id: string;
  tab: Tab | undefined;
  onTab(tab: Tab): void;
}

/** One campaign: what is planned, how it goes out, and what came of it. */
export function CampaignPage({ id, tab, onTab }: Props) {
  const { t } = useWords("campaigns");
  const object = useObject("campaigns");
  const { data: told } = useSuspenseQuery(campaignQuery(id));
  const record = useNewest(told);
  const mayWrite = useMayWrite(object, record);
  const isDraft = !told.course || told.course.state === "withdrawn";
  const kept = draftOf(told.course && !isDraft ? told.course.plan : told.plan);
  const [held, setHeld] = useState<ReturnType<typeof draftOf> | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const { plan: writing } = useCampaignWrites();
  const draft = isDraft && mayWrite ? (held ?? completed(kept)) : kept;
  const changes = changesOf(kept, draft);
  const isDirty = isDraft && Object.keys(changes).length > 0;
  const status = object.fields.get("status");
  const open = tab ?? (isDraft ? "plan" : told.course?.recipients ? "results" : "send");

  const save = async (): Promise<boolean> => {
    setProblem(null);
    try {
      if (isDirty) {
        await writing.mutateAsync({ id, version: record.version, changes });
        showDone(t("campaigns.saved"));
      }
      setHeld(null);
      return true;
    } catch (reason) {
      setProblem(reason);
      showProblem(reason);
      return false;
    }
  };
  const show = async (next: Tab) => {
    // Whoever looks at what a launch would do sees the plan that it would launch.
    if (next === "send" && isDirty && !(await save())) return;
    onTab(next);
  };
  return (
    <Page
      title={nameOf(record, object.nameField)}
      before={<CampaignBackLink />}
      aside={
        <>
          {status && <FieldValue field={status} value={record.status} record={record} short />}
          {isDirty && (
            <Text size="sm" c="dimmed" visibleFrom="xs">
              {t("campaigns.unsaved")}
            </Text>
          )}
        </>
      }
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconFileDescription size={16} />}
            renderRoot={(props) => <Link {...props} to="/records/$plural/$id" params={{ plural: "campaigns", id }} />}
            aria-label={t("campaigns.recordOf")}
            title={t("campaigns.recordOf")}
          >
            {t("campaigns.record")}
          </Button>
          {mayWrite && isDirty && (
            <Button loading={writing.isPending} onClick={save}>
              {t("actions.save")}
            </Button>
          )}
        </>
      }
    >
      <Standing />
      <SegmentedControl
        mb="lg"
        className={classes.tabs}
        aria-label={t("campaigns.parts")}
        value={open}
        onChange={(next) => void show(next as Tab)}
        data={TABS.map((value) => ({ value, label: t(`campaigns.tabs.${value}`) }))}
      />
      <Suspense fallback={<Skeleton height={320} aria-hidden />}>
        {open === "plan" && (
          <PlanTab
            object={object}
            record={record}
            draft={draft}
            errors={errorTexts(problem, t)}
            slug={told.plan.utm_campaign}
            isFixed={!isDraft || !mayWrite}
            isLaunched={!isDraft}
            onChange={setHeld}
            onReview={mayWrite && isDraft ? () => void show("send") : undefined}
          />
        )}
        {open === "send" && <SendTab object={object} record={record} told={told} mayWrite={mayWrite} onTab={onTab} />}
        {open === "results" && <ResultsTab id={id} told={told} record={record} />}
      </Suspense>
      <LeaveGuard isDirty={isDirty && mayWrite} />
    </Page>
  );
}

/** The campaign's record as it was written last, be it here or among its fields. */
function useNewest(told: Campaign) {
  const record = useMaybeRecord("campaigns", told.campaign.id);
  return record && record.version >= told.campaign.version ? record : told.campaign;
}
