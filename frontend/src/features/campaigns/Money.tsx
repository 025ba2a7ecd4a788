import { Input, NativeSelect, SegmentedControl, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import type { Results, Way } from "@/api/campaignResults";
import type { MoneyValue, RecordRow } from "@/api/types";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { AlarmBell } from "@/kit/alarms/AlarmBell";
import { Part } from "./Part";
import classes from "./Results.module.css";
import { usePercent } from "./usePercent";
import { MODELS, WINDOWS } from "./way";

const Running = lazy(() => import("./Running").then((module) => ({ default: module.Running })));

interface Props {
  id: string;
  results: Results;
  record: RecordRow;
  way: Way;
  onWay(way: Way): void;
}

/** What a campaign brought by the model that is named beside it, what it cost, and the one over the other. */
export function Money({ id, results, record, way, onWay }: Props) {
  const { t } = useWords("campaigns");
  const formats = useFormats();
  const percent = usePercent();
  const { revenue, cost, roi } = results;
  const expected = record.expected_revenue as MoneyValue | null | undefined;
  const hasCost = cost !== null && Number(cost.amount) > 0;
  return (
    <Part
      title={t("results.money")}
      aside={
        revenue && (
          <Link to="/campaigns/returns" search={way}>
            {t("results.compare")}
          </Link>
        )
      }
    >
      {revenue ? (
        <div className={classes.choice}>
          <Input.Wrapper label={t("results.model")} labelElement="div" className={classes.field}>
            <SegmentedControl
              aria-label={t("results.model")}
              value={way.model}
              onChange={(model) => onWay({ ...way, model: model as Way["model"] })}
              data={MODELS.map((value) => ({ value, label: t(`results.models.${value}`) }))}
            />
          </Input.Wrapper>
          <NativeSelect
            label={t("results.window")}
            data={WINDOWS.map((days) => ({ value: String(days), label: t("results.days", { count: days }) }))}
            value={String(way.window)}
            onChange={(event) => onWay({ ...way, window: Number(event.currentTarget.value) })}
          />
        </div>
      ) : (
        <Text size="sm" c="dimmed">
          {t("results.hiddenMoney")}
        </Text>
      )}
      <dl className={classes.tiles} style={{ margin: 0 }}>
        {revenue && (
          <div className={classes.tile}>
            <dt>
              {t("results.revenue")} · {t(`results.models.${way.model}`)}
            </dt>
            <dd>
              <span className={classes.ring}>
                <AlarmBell
                  metric={{ source: "campaigns", of: id, figure: "revenue" }}
                  label={t("results.tellMe", { what: t("results.revenue") })}
                />
              </span>
              <div className={classes.value}>{formats.money(revenue)}</div>
              <Link to="/campaigns/$id/sales" params={{ id }} search={{ model: way.model, window: way.window }}>
                {t("results.purchases", {
                  count: revenue.purchases,
                  number: formats.number(revenue.purchases),
                })}
              </Link>
              {expected && (
                <div className={classes.note}>{t("results.expectedRevenue", { money: formats.money(expected) })}</div>
              )}
            </dd>
          </div>
        )}
        {cost && (
          <div className={classes.tile}>
            <dt>{t("results.cost")}</dt>
            <dd>
              <span className={classes.ring}>
                <AlarmBell
                  metric={{ source: "campaigns", of: id, figure: "cost" }}
                  label={t("results.tellMe", { what: t("results.cost") })}
                />
              </span>
              <div className={classes.value}>{formats.money(cost)}</div>
              <Link to="/records/$plural/$id" params={{ plural: "campaigns", id }}>
                {t("results.costs")}
              </Link>
            </dd>
          </div>
        )}
        {revenue && (
          <div className={classes.tile}>
            <dt>{t("results.roi")}</dt>
            <dd>
              <span className={classes.ring}>
                <AlarmBell
                  metric={{ source: "campaigns", of: id, figure: "roi" }}
                  label={t("results.tellMe", { what: t("results.roi") })}
                />
              </span>
              {roi !== null && hasCost ? (
                <>
                  <div className={classes.value}>{percent(roi)}</div>
                  <div className={classes.note}>
                    {t("results.roiTerms", { revenue: formats.money(revenue), cost: formats.money(cost) })}
                  </div>
                </>
              ) : (
                <div className={classes.note}>{t("results.noCost")}</div>
              )}
            </dd>
          </div>
        )}
      </dl>
      <Suspense fallback={null}>
        {results.running_cost.parts.length > 0 && <Running cost={results.running_cost} record={record} />}
      </Suspense>
      {revenue && (
        <Text size="sm" c="dimmed">
          {t(`results.modelTexts.${way.model}`)}
          {!revenue.is_complete && ` ${t("results.incomplete")}`}
          {revenue.without_rate
            .map(({ currency, purchases }) =>
              t("results.withoutRate", {
                currency,
                number: t("results.purchases", { count: purchases, number: formats.number(purchases) }),
              }),
            )
            .map((text) => ` ${text}`)}
        </Text>
      )}
    </Part>
  );
}
