import { Anchor, Box, Button, Group, Tabs, Text } from "@mantine/core";
import { IconAlertTriangle, IconArrowBackUp, IconDots } from "@tabler/icons-react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useMemo, useState } from "react";
import { type Automation, automationQuery, type RunState, useAutomationWrites } from "@/api/automations";
import { idempotencyKey } from "@/api/client";
import { useObject } from "@/api/objects";
import { ApiProblem } from "@/api/problems";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { BackLink } from "@/kit/BackLink";
import { LeaveGuard } from "@/kit/LeaveGuard";
import { showDone, showProblem, showUndo } from "@/kit/notices";
import { OnPress } from "@/kit/OnPress";
import { Page } from "@/kit/Page";
import { useOnce } from "@/kit/useOnce";
import classes from "./Automations.module.css";
import { copied, draftOf, sentOf } from "./draft";
import { useMayWrite } from "./mayWrite";
import { State } from "./State";
import { StepsTab } from "./StepsTab";
import { useDraft } from "./useDraft";
import { useRefusals } from "./useRefusals";

const loadMenu = () => import("./AutomationMenuDrop");
const AutomationMenuDrop = lazy(() => loadMenu().then((module) => ({ default: module.AutomationMenuDrop })));
const EnableDialog = lazy(() => import("./EnableDialog").then((module) => ({ default: module.EnableDialog })));
const DisableDialog = lazy(() => import("./DisableDialog").then((module) => ({ default: module.DisableDialog })));
const TryDrawer = lazy(() => import("./TryDrawer").then((module) => ({ default: module.TryDrawer })));
const VersionsDrawer = lazy(() => import("./VersionsDrawer").then((module) => ({ default: module.VersionsDrawer })));
const RunsTab = lazy(() => import("./RunsTab").then((module) => ({ default: module.RunsTab })));

export interface Asked {
  tab?: "runs" | undefined;
  state?: RunState | undefined;
  /** Runs that stand at a step, or have passed it. */
  at?: string | undefined;
  passed?: string | undefined;
  /** Runs that entered on a day or later, or ended then where they are asked for by how. */
  since?: string | undefined;
}

/** One automation: what it begins with and does, how many stand where, and the runs themselves. */
export function AutomationPage({ id, asked }: { id: string; asked: Asked }) {
  const { t } = useWords("automations");
  const { data: saved } = useSuspenseQuery(automationQuery(id));
  const object = useObject(saved.object);
  const kept = useMemo(() => draftOf(saved), [saved]);
  const { draft, taken, change, take, begin, undo, canUndo } = useDraft(kept);
  // A copy that is asked for again after a lost answer has the same steps.
  const twins = useMemo(() => copied(kept.steps), [kept]);
  const [problem, setProblem] = useState<unknown>(null);
  const [open, setOpen] = useState<"enable" | "disable" | "try" | "versions" | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const writes = useAutomationWrites();
  const once = useOnce();
  const navigate = useNavigate();
  const mayWrite = useMayWrite();
  const { errors, textOf } = useRefusals(problem);
  const isDirty = JSON.stringify(draft) !== JSON.stringify(kept);
  const close = () => setOpen(null);

  const save = async () => {
    setProblem(null);
    try {
      const after = await writes.change.mutateAsync({ id, version: saved.version, ...sentOf(draft) });
      begin(draftOf(after));
      showDone(t(saved.enabled ? "automations.savedLive" : "automations.saved"));
    } catch (reason) {
      setProblem(reason);
      if (!(reason instanceof ApiProblem) || reason.status !== 422) showProblem(reason);
    }
  };
  const again = () => writes.create.mutateAsync({ ...kept, key: idempotencyKey() });
  const remove = () =>
    writes.remove.mutateAsync({ id, version: saved.version }).then(() => {
      setLeaving(true);
      navigate({ to: "/automations", ignoreBlocker: true });
      showUndo(t("automations.removed", { name: saved.name }), again);
    }, showProblem);
  const copy = () => {
    const wish = { ...kept, name: t("automations.copyOf", { name: saved.name }).slice(0, 120), steps: twins };
    once(wish, (key) => writes.create.mutateAsync({ ...wish, key })).then(
      (made) => navigate({ to: "/automations/$id", params: { id: made.id } }),
      showProblem,
    );
  };

  return (
    <Page
      title={draft.name || saved.name}
      before={<BackLink to="/automations" aria-label={t("automations.title")} />}
      aside={
        <Box visibleFrom="sm">
          <State automation={saved} />
        </Box>
      }
      actions={
        mayWrite && (
          <>
            <OnPress
              target={
                <Button variant="default" px={8} aria-label={t("automations.actions")}>
                  <IconDots size={18} />
                </Button>
              }
              menu={AutomationMenuDrop}
              load={loadMenu}
              menuProps={{
                onTry: () => setOpen("try"),
                onCopy: copy,
                onVersions: () => setOpen("versions"),
                onRemove: remove,
              }}
            />
            <Button variant="default" visibleFrom="sm" onClick={() => setOpen("try")}>
              {t("automations.try.verb")}
            </Button>
            {canUndo && (
              <Button
                variant="default"
                px={8}
                aria-label={t("automations.undo")}
                title={t("automations.undo")}
                onClick={undo}
              >
                <IconArrowBackUp size={18} />
              </Button>
            )}
            {isDirty ? (
              <Button loading={writes.change.isPending} disabled={!draft.name.trim()} onClick={save}>
                {t("actions.save")}
              </Button>
            ) : saved.enabled ? (
              <Button variant="default" onClick={() => setOpen("disable")}>
                {t("automations.disabling.verb")}
              </Button>
            ) : (
              <Button disabled={!saved.steps.length} onClick={() => setOpen("enable")}>
                {t("automations.enabling.verb")}
              </Button>
            )}
          </>
        )
      }
    >
      <About saved={saved} isDirty={isDirty} mayWrite={mayWrite} />
      {problem instanceof ApiProblem && problem.status === 422 && (
        <p role="alert" className={classes.wrong}>
          {textOf(problem)}
        </p>
      )}
      <Tabs
        value={asked.tab ?? "steps"}
        keepMounted={false}
        onChange={(tab) =>
          navigate({
            to: "/automations/$id",
            params: { id },
            search: tab === "runs" ? { tab } : {},
            ignoreBlocker: true,
          })
        }
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="steps">{t("automations.tabs.steps")}</Tabs.Tab>
          {mayWrite && <Tabs.Tab value="runs">{t("automations.tabs.runs")}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="steps">
          <StepsTab
            key={taken}
            id={id}
            object={object}
            draft={draft}
            isLive={saved.enabled}
            errors={errors}
            mayWrite={mayWrite}
            onChange={change}
          />
        </Tabs.Panel>
        <Tabs.Panel value="runs">
          <Suspense fallback={null}>{mayWrite && <RunsTab id={id} asked={asked} steps={saved.steps} />}</Suspense>
        </Tabs.Panel>
      </Tabs>
      <Suspense fallback={null}>
        {open === "enable" && <EnableDialog automation={saved} object={object} onClose={close} />}
        {open === "disable" && <DisableDialog automation={saved} onClose={close} />}
        {open === "versions" && (
          <VersionsDrawer automation={saved} onTake={(taken) => take({ ...taken, name: draft.name })} onClose={close} />
        )}
        {open === "try" && <TryDrawer automation={saved} object={object} isDirty={isDirty} onClose={close} />}
      </Suspense>
      <LeaveGuard isDirty={isDirty && mayWrite && !isLeaving} />
    </Page>
  );
}

interface AboutProps {
  saved: Automation;
  isDirty: boolean;
  mayWrite: boolean;
}

/** Since when it is on, in which version, and what stopped it. */
function About({ saved, isDirty, mayWrite }: AboutProps) {
  const { t } = useWords("automations");
  const formats = useFormats();
  const told = [
    saved.enabled && saved.enabled_at && t("automations.onSince", { when: formats.ago(saved.enabled_at) }),
    t("automations.version", { n: formats.number(saved.version) }),
    isDirty && t("automations.unsaved"),
    !mayWrite && t("automations.lookOnly"),
  ].filter(Boolean);
  return (
    <>
      <Group gap={8} mb="sm">
        <Box hiddenFrom="sm">
          <State automation={saved} />
        </Box>
        <Text size="sm" c="dimmed">
          {told.join(" · ")}
        </Text>
      </Group>
      {saved.tripped && (
        <div role="alert" className={classes.notice}>
          <IconAlertTriangle size={18} aria-hidden />
          <Text size="sm">{t("automations.tripped", { when: formats.ago(saved.tripped.at) })}</Text>
          {mayWrite && (
            <Anchor
              size="sm"
              renderRoot={(props) => <Link {...props} from="/automations/$id" search={{ tab: "runs" }} />}
            >
              {t("automations.tabs.runs")}
            </Anchor>
          )}
        </div>
      )}
    </>
  );
}
