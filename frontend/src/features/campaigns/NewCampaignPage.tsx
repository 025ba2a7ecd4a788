import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useBlocker, useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useState } from "react";
import { useCampaignWrites } from "@/api/campaigns";
import { useObject } from "@/api/objects";
import { useSegments } from "@/api/segments";
import { useTemplates } from "@/api/templates";
import { useWords } from "@/i18n/useWords";
import { showProblem } from "@/kit/notices";
import { Page } from "@/kit/Page";
import { errorTexts } from "@/kit/problemText";
import { useOnce } from "@/kit/useOnce";
import { arrive, leaveFor } from "@/kit/wayBack";
import { type Begun, begun, forget, keep, leaveToMake, type Made, withMade } from "./begun";
import { CampaignBackLink } from "./CampaignBackLink";
import classes from "./Campaigns.module.css";
import { Part } from "./Part";
import { PlanForm } from "./PlanForm";
import { changesOf, EMPTY } from "./plan";
import { Starters } from "./Starters";

/** Chooses what was made for the campaign while one was away. */
function useMade({ draft }: Begun, change: (part: Partial<Begun>) => void) {
  const segments = useSegments().data;
  const templates = useTemplates().data;
  useEffect(() => {
    const one = segments ? withMade(draft, "segments", ids(segments)) : draft;
    const both = templates ? withMade(one, "templates", ids(templates)) : one;
    if (both !== draft) change({ draft: both });
  }, [draft, segments, templates, change]);
}

const ids = (found: readonly { id: string }[]) => found.map((one) => one.id);

/** A campaign that is being planned for the first time; all but its name may wait. */
export function NewCampaignPage() {
  const { t, label } = useWords("campaigns");
  const object = useObject("campaigns");
  const goals = object.fields.get("goal")?.options ?? [];
  const [now, setNow] = useState(begun);
  const { name, goal, draft } = now;
  const [problem, setProblem] = useState<unknown>(null);
  const { create } = useCampaignWrites();
  const navigate = useNavigate();
  const once = useOnce();
  const errors = errorTexts(problem, t);
  const changes = changesOf(EMPTY, draft);
  const isBegun = Boolean(name.trim() || goal) || Object.keys(changes).length > 0;
  const change = useCallback((part: Partial<Begun>) => setNow((before) => ({ ...before, ...part })), []);
  useMade(now, change);
  useEffect(() => keep(now), [now]);
  useEffect(arrive, []);
  // What was begun outlives every page of the portal, but not a page that is loaded anew.
  useBlocker({ shouldBlockFn: () => false, enableBeforeUnload: () => isBegun });
  const startOver = () => {
    forget();
    setNow(begun());
  };
  const leave = (made: Made, known: readonly string[]) => {
    leaveToMake(made, known);
    leaveFor({ from: `/${made}`, to: "/campaigns/new", label: t("campaigns.backToNew") });
  };

  const save = async () => {
    setProblem(null);
    try {
      const values = { name: name.trim(), ...(goal ? { goal } : {}) };
      const { campaign } = await once([values, changes], (key) => create.mutateAsync({ key, values, plan: changes }));
      forget();
      await navigate({ to: "/campaigns/$id", params: { id: campaign.id }, search: {} });
    } catch (reason) {
      setProblem(reason);
      showProblem(reason);
    }
  };
  return (
    <Page
      title={t("campaigns.new")}
      before={<CampaignBackLink />}
      actions={
        <>
          {isBegun && (
            <Button variant="default" onClick={startOver}>
              {t("campaigns.startOver")}
            </Button>
          )}
          <Button disabled={!name.trim()} loading={create.isPending} onClick={save}>
            {t("campaigns.create")}
          </Button>
        </>
      }
    >
      <div className={classes.single}>
        {!isBegun && <Starters />}
        <Part title={t("plan.facts")}>
          <TextInput
            label={t("campaigns.name")}
            description={t("campaigns.nameHint")}
            required
            maxLength={160}
            data-autofocus
            value={name}
            error={errors.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          {goals.length > 0 && (
            <NativeSelect
              label={t("campaigns.goal")}
              data={[
                { value: "", label: t("campaigns.noGoal") },
                ...goals.map((one) => ({ value: one.value, label: label(one.label) })),
              ]}
              value={goal}
              error={errors.goal}
              onChange={(event) => change({ goal: event.currentTarget.value })}
            />
          )}
        </Part>
        <PlanForm draft={draft} errors={errors} onChange={(next) => change({ draft: next })} onMake={leave} />
      </div>
    </Page>
  );
}
