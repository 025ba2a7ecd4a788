import { NativeSelect, Skeleton, Text } from "@mantine/core";
import { IconBolt } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { useValue } from "@/api/automationValue";
import { ApiProblem } from "@/api/problems";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { BackLink } from "@/kit/BackLink";
import { RunningCost } from "@/kit/costs/RunningCost";
import { EmptyState } from "@/kit/EmptyState";
import { Page } from "@/kit/Page";
import { problemText } from "@/kit/problemText";
import { useTimeText } from "./useTimeText";
import classes from "./Value.module.css";
import { WorthLine } from "./WorthLine";

const Minutes = lazy(() => import("./Minutes").then((module) => ({ default: module.Minutes })));
const ICON = <IconBolt size={44} stroke={1.2} />;
export const PERIODS = [7, 30, 90, 365] as const;

/** What automations are worth, and what is to be done about each. */
export function ValuePage({ days, onDays }: { days: number; onDays(days: number): void }) {
  const { t } = useWords("worth");
  const formats = useFormats();
  const time = useTimeText();
  const { data, error } = useValue(days);
  const isForbidden = error instanceof ApiProblem && error.status === 403;
  return (
    <Page
      title={t("worth.title")}
      before={<BackLink to="/automations" aria-label={t("worth.back")} />}
      actions={
        <NativeSelect
          aria-label={t("worth.period")}
          value={String(days)}
          onChange={(event) => onDays(Number(event.currentTarget.value))}
          data={PERIODS.map((value) => ({ value: String(value), label: t("worth.days", { count: value }) }))}
        />
      }
    >
      {!data && !error && <Skeleton height={240} aria-hidden />}
      {!data && error && <EmptyState icon={ICON} title={isForbidden ? t("worth.forbidden") : problemText(error, t)} />}
      {data?.items.length === 0 && <EmptyState icon={ICON} title={t("worth.none")} text={t("worth.noneText")} />}
      {data && data.items.length > 0 && (
        <>
          <dl className={classes.totals}>
            <div>
              <dt>{t("worth.saved")}</dt>
              <dd>{time(data.total.minutes_saved)}</dd>
            </div>
            <div>
              <dt>{t("worth.runs")}</dt>
              <dd>{formats.number(data.total.runs)}</dd>
            </div>
            <div data-bad={data.total.failed > 0 || undefined}>
              <dt>{t("worth.failed")}</dt>
              <dd>{formats.number(data.total.failed)}</dd>
            </div>
          </dl>
          <RunningCost cost={data.total.running_cost} />
          <ul className={classes.list} aria-label={t("worth.list")}>
            {data.items.map((worth) => (
              <WorthLine key={worth.id} worth={worth} since={data.since} days={days} />
            ))}
          </ul>
          <Suspense fallback={<Skeleton height={160} />}>
            <Minutes minutes={data.minutes} />
          </Suspense>
          <Text size="sm" c="dimmed" mt="md">
            {t("worth.utc")}
          </Text>
        </>
      )}
    </Page>
  );
}
