import { Button, Skeleton, Text } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { type Alarm, type AlarmWish, alarmQuery, type Rule, useAlarmDays, useAlarmWrites } from "@/api/alarms";
import { idempotencyKey } from "@/api/client";
import { useMayManage } from "@/api/objects";
import { userName, useUsers } from "@/api/users";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { useFigure, useVerdict, useWaited } from "@/kit/alarms/figures";
import { Spark } from "@/kit/alarms/Spark";
import { BackLink } from "@/kit/BackLink";
import { showProblem, showUndo } from "@/kit/notices";
import { Page } from "@/kit/Page";
import { Section } from "@/kit/Section";
import classes from "./AlarmsPage.module.css";
import { behind } from "./behind";
import { Raisings } from "./Raisings";
import { State } from "./State";

const AlarmDialog = lazy(() => import("@/kit/alarms/AlarmDialog").then((module) => ({ default: module.AlarmDialog })));

/** One alarm: the number now and day by day, what is waited for, and when it was raised. */
export function AlarmPage({ id }: { id: string }) {
  const { t } = useWords("alarms");
  const { data: alarm } = useSuspenseQuery(alarmQuery(id));
  const [isChanging, setChanging] = useState(false);
  const writes = useAlarmWrites();
  const navigate = useNavigate();
  const mayChange = useMayManage("alarms", "update");
  const mayDelete = useMayManage("alarms", "delete");
  const remove = () =>
    writes.remove.mutateAsync({ id, version: alarm.version }).then(async () => {
      await navigate({ to: "/alarms" });
      const { name, metric, rule, people = [], mail = true } = alarm as AlarmWish;
      const again = () => writes.create.mutateAsync({ name, metric, rule, people, mail, once: idempotencyKey() });
      showUndo(t("alarms.removed", { name }), again);
    }, showProblem);
  return (
    <Page
      title={alarm.name}
      before={<BackLink to="/alarms" aria-label={t("alarms.title")} />}
      aside={<State alarm={alarm} />}
      actions={
        <>
          {mayDelete && (
            <Button variant="default" loading={writes.remove.isPending} onClick={remove}>
              {t("actions.delete")}
            </Button>
          )}
          {mayChange && alarm.watches && <Button onClick={() => setChanging(true)}>{t("actions.edit")}</Button>}
        </>
      }
    >
      <Waits alarm={alarm} />
      <Days alarm={alarm} />
      <Section title={t("alarms.raisings")} text={t("alarms.raisingsText")}>
        <Raisings alarm={alarm} />
      </Section>
      <Suspense fallback={null}>
        {isChanging && <AlarmDialog alarm={alarm} onClose={() => setChanging(false)} />}
      </Suspense>
    </Page>
  );
}

function Waits({ alarm }: { alarm: Alarm }) {
  const { t } = useWords("alarms");
  const users = useUsers();
  const waited = useWaited();
  const { watches } = alarm;
  const people = [alarm.owner, ...(alarm.people ?? [])].map((id) => userName(users.find((user) => user.id === id)));
  const told = [...new Set(people.filter(Boolean))].join(", ");
  return (
    <Section title={t("alarms.when")}>
      <Text>
        {watches
          ? t("alarms.sentence", {
              what: `${watches.name}: ${watches.figure.label}`,
              waited: waited(watches.figure, alarm.rule as Rule),
            })
          : t("alarms.goneText")}
      </Text>
      <Text size="sm" c="dimmed" mt={4}>
        {t(alarm.mail === false ? "alarms.toldTo" : "alarms.toldToByMail", { people: told })}
      </Text>
    </Section>
  );
}

function Days({ alarm }: { alarm: Alarm }) {
  const { t } = useWords("alarms");
  const formats = useFormats();
  const figureOf = useFigure();
  const verdict = useVerdict();
  const { data: days } = useAlarmDays(alarm.id);
  const { watches, state } = alarm;
  if (!watches) return null;
  const to = behind(alarm.metric as AlarmWish["metric"]);
  const known = (days ?? []).flatMap(({ day, value }) => (value === null ? [] : [{ day, value: Number(value) }]));
  const said = state?.told ? verdict(watches.figure, alarm.rule as Rule, state.told) : "";
  return (
    <Section title={watches.figure.label} text={`${watches.source} · ${watches.name}`}>
      <p className={classes.now}>
        {state?.value == null ? t("alarms.noValue") : figureOf(watches.figure, state.value)}
      </p>
      <Text size="sm" c="dimmed">
        {state?.at ? t("alarms.lookedAt", { when: formats.ago(state.at) }) : t("alarms.firstLook")}
        {said && ` ${said}`}
      </Text>
      {to && (
        <Text mt={4}>
          <Link {...to}>{t("alarms.behind")}</Link>
        </Text>
      )}
      {!days && <Skeleton height={96} mt="md" aria-hidden />}
      {known.length > 1 && (
        <figure style={{ margin: "16px 0 0" }}>
          <Spark values={known.map(({ value }) => value)} wide isRaised={Boolean(state?.is_raised)} />
          <figcaption className={classes.axis}>
            <span>{formats.day(known[0]?.day ?? "")}</span>
            <span>{t("alarms.today")}</span>
          </figcaption>
        </figure>
      )}
      {days && known.length < 2 && (
        <Text size="sm" c="dimmed" mt="md">
          {t("alarms.noDays")}
        </Text>
      )}
    </Section>
  );
}
