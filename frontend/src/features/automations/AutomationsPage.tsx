import { Button, Group } from "@mantine/core";
import { IconBolt } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { type AutomationInShort, type Counts, useAutomations, useCountsOf } from "@/api/automations";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { DefinitionsPage } from "@/kit/lines/DefinitionsPage";
import { Line } from "@/kit/lines/Lines";
import classes from "./Automations.module.css";
import { Gallery } from "./Gallery";
import { useMayWrite } from "./mayWrite";
import { State } from "./State";
import { useTriggerText } from "./words";

const NewAutomation = lazy(() => import("./NewAutomation").then((module) => ({ default: module.NewAutomation })));

/** What happens by itself in a firm, and what most firms let happen. */
export function AutomationsPage() {
  const { t } = useWords("automations");
  const { data: automations, error } = useAutomations();
  const counts = useCountsOf((automations ?? []).map((one) => one.id));
  const mayWrite = useMayWrite();
  const [isCreating, setCreating] = useState(false);
  const create = mayWrite && (
    <>
      {Boolean(automations?.length) && (
        <Button variant="subtle" renderRoot={(props) => <Link {...props} to="/automations/value" />}>
          {t("automations.value")}
        </Button>
      )}
      <Button variant="subtle" renderRoot={(props) => <Link {...props} to="/assignments" />}>
        {t("automations.rule.title")}
      </Button>
      <Button variant={automations?.length ? "filled" : "default"} onClick={() => setCreating(true)}>
        {t("automations.create")}
      </Button>
    </>
  );
  return (
    <DefinitionsPage
      title={t("automations.title")}
      icon={<IconBolt size={44} stroke={1.2} />}
      rows={automations}
      error={error}
      empty={{ title: t("automations.empty"), text: t("automations.emptyText") }}
      create={create}
      line={(automation) => (
        <One key={automation.id} automation={automation} counts={counts[automations?.indexOf(automation) ?? -1]} />
      )}
    >
      {automations && mayWrite && <Gallery isFirst={!automations.length} />}
      <Suspense fallback={null}>{isCreating && <NewAutomation onClose={() => setCreating(false)} />}</Suspense>
    </DefinitionsPage>
  );
}

function One({ automation, counts }: { automation: AutomationInShort; counts: Counts | undefined }) {
  const begins = useTriggerText(automation.object, automation.trigger);
  return (
    <Line
      link={
        <Link to="/automations/$id" params={{ id: automation.id }}>
          {automation.name}
        </Link>
      }
      text={begins}
      aside={
        <Group gap={8} className={classes.facts}>
          {counts && counts.entered > 0 && <Figures id={automation.id} counts={counts} />}
          <State automation={automation} />
        </Group>
      }
    />
  );
}

function Figures({ id, counts }: { id: string; counts: Counts }) {
  const { t } = useWords("automations");
  const formats = useFormats();
  const figures = [
    { key: "entered", count: counts.entered, state: undefined },
    { key: "inside", count: counts.inside, state: "waiting" },
    { key: "failed", count: counts.failed, state: "failed" },
  ] as const;
  return (
    <>
      {figures
        .filter((one) => one.count > 0)
        .map(({ key, count, state }) => (
          <Link
            key={key}
            to="/automations/$id"
            params={{ id }}
            search={{ tab: "runs", state }}
            className={classes.figure}
            data-bad={key === "failed" || undefined}
          >
            {t(`automations.${key}`, { count, n: formats.number(count) })}
          </Link>
        ))}
    </>
  );
}
