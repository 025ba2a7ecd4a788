import { Button, Text } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { type Alarm, type Rule, useAlarms } from "@/api/alarms";
import { useMayManage } from "@/api/objects";
import { useWords } from "@/i18n/useWords";
import { useFigure, useWaited } from "@/kit/alarms/figures";
import { Spark } from "@/kit/alarms/Spark";
import { DefinitionsPage } from "@/kit/lines/DefinitionsPage";
import { Line } from "@/kit/lines/Lines";
import classes from "./AlarmsPage.module.css";
import { State } from "./State";

const AlarmDialog = lazy(() => import("@/kit/alarms/AlarmDialog").then((module) => ({ default: module.AlarmDialog })));

/** Which numbers are watched, and how each stands; what is raised comes first. */
export function AlarmsPage() {
  const { t } = useWords("alarms");
  const { data, error } = useAlarms();
  const [isCreating, setCreating] = useState(false);
  const navigate = useNavigate();
  const mayCreate = useMayManage("alarms", "create");
  const alarms = (data as Alarm[] | undefined)?.toSorted(
    (one, other) => Number(other.state?.is_raised ?? false) - Number(one.state?.is_raised ?? false),
  );
  return (
    <DefinitionsPage
      title={t("alarms.title")}
      icon={<IconBell size={44} stroke={1.2} />}
      rows={alarms}
      error={error}
      empty={{ title: t("alarms.empty"), text: t("alarms.emptyText") }}
      create={mayCreate && <Button onClick={() => setCreating(true)}>{t("alarms.create")}</Button>}
      line={(alarm) => <AlarmLine key={alarm.id} alarm={alarm} />}
    >
      <Suspense fallback={null}>
        {isCreating && (
          <AlarmDialog
            onClose={() => setCreating(false)}
            onMade={(id) => navigate({ to: "/alarms/$id", params: { id } })}
          />
        )}
      </Suspense>
    </DefinitionsPage>
  );
}

function AlarmLine({ alarm }: { alarm: Alarm }) {
  const { t } = useWords("alarms");
  const figureOf = useFigure();
  const waited = useWaited();
  const { watches, state } = alarm;
  const values = (state?.recent ?? []).flatMap(({ value }) => (value === null ? [] : [Number(value)]));
  return (
    <Line
      link={
        <Link to="/alarms/$id" params={{ id: alarm.id }}>
          {alarm.name}
        </Link>
      }
      text={
        watches
          ? t("alarms.line", {
              what: `${watches.name}: ${watches.figure.label}`,
              waited: waited(watches.figure, alarm.rule as Rule),
            })
          : t("alarms.gone")
      }
      aside={
        <div className={classes.aside}>
          <span className={classes.graph}>
            <Spark values={values} isRaised={Boolean(state?.is_raised)} />
          </span>
          {watches && state?.value != null && (
            <Text className={classes.value} component="span">
              {figureOf(watches.figure, state.value)}
            </Text>
          )}
          <State alarm={alarm} />
        </div>
      }
    />
  );
}
