import { Badge, Button, Text } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { automationQuery, type RunState } from "@/api/automations";
import type { Advice, Worth } from "@/api/automationValue";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { RunningCost } from "@/kit/costs/RunningCost";
import { useTimeText } from "./useTimeText";
import classes from "./Value.module.css";

const DisableDialog = lazy(() => import("../DisableDialog").then((module) => ({ default: module.DisableDialog })));
const COLORS: Record<Advice, string> = {
  mend: "pimenton",
  disable: "harina",
  decide: "gray",
  wait: "gray",
  keep: "albahaca",
};

interface Props {
  worth: Worth;
  /** The first day of the period, by which its runs are opened. */
  since: string;
  days: number;
}

/** One automation: what it saved, how it went, what it cost, and what is to be done about it. */
export function WorthLine({ worth, since, days }: Props) {
  const { t } = useWords("worth");
  const formats = useFormats();
  const time = useTimeText();
  const [isAsking, setAsking] = useState(false);
  const steps = worth.unreached.length;
  const why = worth.findings.map((finding) =>
    t(`worth.findings.${finding}`, { count: finding === "steps_unreached" ? steps : worth.failed, days }),
  );
  return (
    <li className={classes.worth} data-advice={worth.advice}>
      <div className={classes.head}>
        <Link to="/automations/$id" params={{ id: worth.id }} className={classes.name}>
          {worth.name}
        </Link>
        <Badge variant="light" color={COLORS[worth.advice]} miw="max-content">
          {t(`worth.advice.${worth.advice}`)}
        </Badge>
      </div>
      <dl className={classes.figures}>
        <div>
          <dt>{t("worth.saved")}</dt>
          <dd>{time(worth.minutes_saved)}</dd>
        </div>
        <div>
          <dt>{t("worth.runs")}</dt>
          <dd>
            <Runs id={worth.id} since={since} count={worth.runs} />
          </dd>
        </div>
        <div data-bad={worth.failed > 0 || undefined}>
          <dt>{t("worth.failed")}</dt>
          <dd>
            <Runs id={worth.id} since={since} count={worth.failed} state="failed" />
            {worth.failed > 0 && worth.error_rate !== null && (
              <span className={classes.rate}>
                {t("worth.rate", { percent: formats.number(Math.round(worth.error_rate * 1000) / 10) })}
              </span>
            )}
          </dd>
        </div>
      </dl>
      {worth.actions.length > 0 && <Deeds worth={worth} />}
      {why.map((text) => (
        <Text key={text} size="sm">
          {text}
        </Text>
      ))}
      <div className={classes.foot}>
        <Doing worth={worth} since={since} onDisable={() => setAsking(true)} />
        <RunningCost cost={worth.running_cost} />
      </div>
      <Suspense fallback={null}>{isAsking && <Disabling id={worth.id} onClose={() => setAsking(false)} />}</Suspense>
    </li>
  );
}

function Runs({ id, since, count, state }: { id: string; since: string; count: number; state?: RunState }) {
  const formats = useFormats();
  if (!count) return formats.number(count);
  return (
    <Link to="/automations/$id" params={{ id }} search={{ tab: "runs", since, ...(state ? { state } : {}) }}>
      {formats.number(count)}
    </Link>
  );
}

/** What was done so often, and the minutes that it stands for. */
function Deeds({ worth }: { worth: Worth }) {
  const { t } = useWords("worth");
  const formats = useFormats();
  const time = useTimeText();
  return (
    <Text size="sm" c="dimmed">
      {worth.actions
        .map(({ action, count, minutes }) =>
          t(`worth.did.${action}`, { count, n: formats.number(count), time: time(minutes) }),
        )
        .join(" · ")}
    </Text>
  );
}

/** The way to what the advice says. */
function Doing({ worth, since, onDisable }: { worth: Worth; since: string; onDisable(): void }) {
  const { t } = useWords("worth");
  if (worth.advice === "disable")
    return (
      <Button variant="default" size="compact-md" onClick={onDisable}>
        {t("worth.do.disable")}
      </Button>
    );
  const isFailing = worth.findings.includes("failing");
  if (worth.advice === "keep" || worth.advice === "wait") return null;
  return (
    <Button
      variant="default"
      size="compact-md"
      renderRoot={(props) => (
        <Link
          {...props}
          to="/automations/$id"
          params={{ id: worth.id }}
          search={isFailing ? { tab: "runs", state: "failed", since } : {}}
        />
      )}
    >
      {t(isFailing ? "worth.do.failed" : worth.advice === "decide" ? "worth.do.look" : "worth.do.mend")}
    </Button>
  );
}

function Disabling({ id, onClose }: { id: string; onClose(): void }) {
  const { data } = useSuspenseQuery(automationQuery(id));
  return <DisableDialog automation={data} onClose={onClose} />;
}
