import { Button, Group, SegmentedControl, Skeleton, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useAudience, useCampaignChecks, useCampaignWrites } from "@/api/campaigns";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { instantAt } from "@/kit/calendar/days";
import { showProblem } from "@/kit/notices";
import { problemText } from "@/kit/problemText";
import { useOnce } from "@/kit/useOnce";
import { dayIn } from "@/lib/dates";
import classes from "./Campaigns.module.css";
import { Hours } from "./Hours";
import { LeftOut } from "./LeftOut";
import { Mending, problemsOf } from "./Mending";
import { Part } from "./Part";
import type { SendProps } from "./SendTab";
import { Terms } from "./Terms";

const DAY = 86_400_000;
const MORNING = "10:00";

/** The one screen before a launch: who gets it, who does not and why, from whom, when, and what is still missing. */
export function Review({ record, told, mayWrite, onTab }: SendProps) {
  const { t } = useWords("campaigns");
  const formats = useFormats();
  const { id } = record;
  const [isLater, setLater] = useState(false);
  const [day, setDay] = useState(() => dayIn(new Date(Date.now() + DAY), formats.timeZone));
  const [hour, setHour] = useState(MORNING);
  const at = isLater && day && hour ? instantAt(day, hour, formats.timeZone) : null;
  const [asked] = useDebouncedValue(at, 600);
  const { segments } = told.plan;
  const { data, error, isFetching, refetch } = useAudience(id, record.version, asked, segments.length > 0);
  const { launch } = useCampaignWrites();
  const once = useOnce();
  const checks = useCampaignChecks(id, record.version);
  const found = checks.data ?? data?.problems ?? problemsOf(told.plan);
  const problems = found.filter((one) => one.severity === "error");
  const advice = found.filter((one) => one.severity === "warning");
  const isReady = Boolean(data) && !problems.length && !isFetching && !checks.isFetching && (data?.recipients ?? 0) > 0;
  const count = data?.recipients ?? 0;
  const number = formats.number(count);

  const go = async () => {
    try {
      const wish = { id, version: record.version, at };
      await once(wish, (key) => launch.mutateAsync({ ...wish, key }));
    } catch (reason) {
      showProblem(reason);
      refetch();
      checks.refetch();
    }
  };
  return (
    <div className={classes.single}>
      {problems.length > 0 && (
        <Part title={t("launch.blocked")}>
          <Mending problems={problems} plan={told.plan} id={id} onTab={onTab} />
        </Part>
      )}
      {segments.length > 0 && (
        <Part
          title={t("launch.title")}
          aside={
            <Button variant="subtle" size="compact-sm" loading={isFetching} onClick={() => refetch()}>
              {t("launch.recount")}
            </Button>
          }
        >
          {!data && !error && (
            <>
              <Text c="dimmed" role="status">
                {t("launch.counting")}
              </Text>
              <Skeleton height={120} aria-hidden />
            </>
          )}
          {error && <Text role="alert">{problemText(error, t)}</Text>}
          {data && (
            <div className={classes.halves} aria-busy={isFetching}>
              <div>
                <p className={classes.large}>
                  <Link to="/campaigns/$id/people" params={{ id }} search={{ state: "recipients" }}>
                    {data.is_complete ? number : t("launch.atLeast", { number })}
                  </Link>
                  <span className={classes.unit}>{t("launch.recipients", { count })}</span>
                </p>
                {!data.is_complete && (
                  <Text size="sm" c="dimmed">
                    {t("launch.partial")}
                  </Text>
                )}
                <Terms audience={data} plan={told.plan} isLater={isLater} />
              </div>
              <LeftOut id={id} excluded={data.excluded} control={data.control} withTitle />
            </div>
          )}
        </Part>
      )}
      {data && data.hours.length > 0 && (
        <Part title={t("hours.title")}>
          <Hours id={id} hours={data.hours} />
        </Part>
      )}
      {advice.length > 0 && (
        <Part
          title={t("launch.advice")}
          aside={
            <Text size="sm" c="dimmed">
              {t("launch.adviceText")}
            </Text>
          }
        >
          <Mending problems={advice} plan={told.plan} id={id} onTab={onTab} />
        </Part>
      )}
      {!mayWrite && <Text c="dimmed">{t("launch.onlySome")}</Text>}
      {mayWrite && segments.length > 0 && (
        <Part title={t("launch.when")}>
          <Group gap="sm" align="end">
            <SegmentedControl
              aria-label={t("launch.when")}
              value={isLater ? "later" : "now"}
              onChange={(next) => setLater(next === "later")}
              data={(["now", "later"] as const).map((value) => ({ value, label: t(`launch.${value}`) }))}
            />
            {isLater && (
              <>
                <TextInput
                  type="date"
                  label={t("launch.day")}
                  value={day}
                  onChange={(event) => setDay(event.currentTarget.value)}
                />
                <TextInput
                  type="time"
                  label={t("launch.hour")}
                  value={hour}
                  onChange={(event) => setHour(event.currentTarget.value)}
                />
              </>
            )}
          </Group>
          {isLater && (
            <Text size="sm" c="dimmed">
              {t("launch.zone", { zone: formats.timeZone })}
            </Text>
          )}
          <div className={classes.next}>
            <Button size="md" disabled={!isReady} loading={launch.isPending} onClick={go}>
              {!count
                ? t(isLater ? "launch.planAny" : "launch.goAny")
                : isLater
                  ? t("launch.plan", { count, number })
                  : t("launch.go", { count, number })}
            </Button>
            {(checks.isFetching || !isLater) && (
              <Text size="sm" c="dimmed" role="status">
                {t(checks.isFetching ? "launch.checking" : "launch.minute")}
              </Text>
            )}
          </div>
        </Part>
      )}
    </div>
  );
}
